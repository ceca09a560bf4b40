import type { NeighboursView, PathView } from '../../../../libs/explore/index.js';
import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { ItemList } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { PathSteps } from '../../components/path-steps.js';
import { EmptyState } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import { hrefWith, type NameOf } from '../../rendering/names.js';

interface PathPageProps {
  path: PathView;
  kindOf: (type: string) => string;
  nameOf: NameOf;
  /** What stands around the two ends. */
  around: NeighboursView[];
}

export function PathPage({ path, kindOf, nameOf, around }: PathPageProps) {
  const { t } = useText();
  const nodeOf = ({ title, type, url }: PathView['from']) => ({
    label: title,
    kind: kindOf(type),
    href: url,
  });
  return (
    <Page
      asideLabel={t('explore-pages.around-both')}
      aside={around.map((neighbours) => (
        <Around key={neighbours.entity.key} neighbours={neighbours} most={3} />
      ))}
    >
      <Trail links={[{ label: t('ui.nav-explore'), href: '/explore' }]} />
      <PageHead
        title={t('explore-pages.walk-title', { from: path.from.title, to: path.to.title })}
        kicker={path.length !== null && path.length > 0 && t('explore-pages.steps', { count: path.length })}
        actions={
          <ButtonLink
            href={hrefWith('/explore/path', { from: path.to.key, to: path.from.key })}
            variant="quiet"
          >
            {t('explore-pages.turn-round')}
          </ButtonLink>
        }
      />
      {path.length === null ? (
        <EmptyState
          title={t('explore-pages.no-walk')}
          message={t('explore-pages.no-walk-message')}
          action={<ButtonLink href="/explore">{t('explore-pages.try-others')}</ButtonLink>}
        />
      ) : (
        <PathSteps
          start={nodeOf(path.from)}
          hops={path.steps.map((step) => ({
            relation: relationOf(step, nameOf, t),
            source: step.source.url ? { label: step.source.label, href: step.source.url } : step.source.label,
            node: nodeOf(step.to),
          }))}
        />
      )}
      {path.length !== null && (
        <p>
          <a href="/explore">{t('explore-pages.try-others')}</a>
        </p>
      )}
    </Page>
  );
}

const ROLE_TYPES = ['country-role', 'actor-role'];

/** The relation with the role it was played in, such as `took place in (Provider)`. */
function relationOf(
  { label, role }: PathView['steps'][number],
  nameOf: NameOf,
  t: (key: string, values: Record<string, string>) => string,
): string {
  if (!role || role === 'location') return label;
  const name = ROLE_TYPES.map((type) => nameOf(`${type}:${role}`, '')).find(Boolean);
  return name ? t('explore-pages.relation-as', { relation: label, role: name }) : label;
}

/** What a thing is related to, by relation. */
export function Around({ neighbours, most }: { neighbours: NeighboursView; most: number }) {
  const { t, number } = useText();
  const { entity, groups } = neighbours;
  return (
    <Card
      title={t('explore-pages.around', { title: entity.title })}
      action={<a href={hrefWith('/explore/around', { key: entity.key })}>{t('explore-pages.all')}</a>}
    >
      <dl class="around">
        {groups.map(({ relation, direction, label, total, items }) => (
          <div key={`${relation} ${direction}`}>
            <dt>
              {label} <span class="count">{number(total)}</span>
            </dt>
            {items.slice(0, most).map(({ key, title, url }) => (
              <dd key={key}>
                <a href={url} dir="auto">
                  {title}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Card>
  );
}

interface AroundPageProps {
  neighbours: NeighboursView;
  kindOf: (type: string) => string;
}

/** Everything around one thing, as a list: what a drawing of the graph shows, for everybody. */
export function AroundPage({ neighbours, kindOf }: AroundPageProps) {
  const { t } = useText();
  const { entity, groups } = neighbours;
  return (
    <Page width="text">
      <Trail links={[{ label: t('ui.nav-explore'), href: '/explore' }]} />
      <PageHead
        title={t('explore-pages.around', { title: entity.title })}
        kicker={kindOf(entity.type)}
        actions={
          <ButtonLink href={entity.url} variant="quiet">
            {t('explore-pages.open')}
          </ButtonLink>
        }
      />
      {groups.length === 0 && <EmptyState title={t('explore-pages.nothing-around')} />}
      {groups.map(({ relation, direction, label, total, items }) => (
        <Card key={`${relation} ${direction}`} title={label}>
          <ItemList>
            {items.map(({ key, title, type, url }) => (
              <div key={key} class="line-item">
                <a href={url} dir="auto">
                  {title}
                </a>
                <small>
                  {kindOf(type)}
                  {' · '}
                  <a href={hrefWith('/explore/around', { key })}>
                    {t('explore-pages.go-on')}
                    <span class="visually-hidden"> {title}</span>
                  </a>
                </small>
              </div>
            ))}
          </ItemList>
          {total > items.length && (
            <p class="field-hint">{t('explore-pages.shown-of', { shown: items.length, total })}</p>
          )}
        </Card>
      ))}
    </Page>
  );
}
