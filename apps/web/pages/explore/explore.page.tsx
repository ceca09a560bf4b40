import type { EntityListView } from '../../../../libs/explore/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { RadioGroup, TextField } from '../../components/fields.js';
import { ItemList, LineItem } from '../../components/item-list.js';
import type { LinkItem } from '../../components/links.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';

type Entity = EntityListView['items'][number];

/** One end of a walk: what was typed, and what it may mean. */
export interface WalkEnd {
  words: string;
  found: Entity[];
}

export interface ExplorePageProps {
  from: WalkEnd;
  to: WalkEnd;
  examples: LinkItem[];
  themes: (LinkItem & { count: number })[];
  countries: (LinkItem & { count: number })[];
  groups: (LinkItem & { members: number })[];
}

export function ExplorePage({ from, to, examples, themes, countries, groups }: ExplorePageProps) {
  const { t } = useText();
  return (
    <Page
      asideLabel={t('explore-pages.ways-in')}
      aside={
        <Card title={t('explore-pages.groups')} action={<a href="/groups">{t('explore-pages.all')}</a>}>
          <ItemList>
            {groups.map(({ label, href, members }) => (
              <LineItem
                key={href}
                href={href}
                title={label}
                note={t('atlas.member-count', { count: members })}
              />
            ))}
          </ItemList>
        </Card>
      }
    >
      <PageHead title={t('explore-pages.title')} lede={t('explore-pages.lede')} />
      <Card title={t('explore-pages.connected')}>
        <p class="field-hint">{t('explore-pages.connected-hint')}</p>
        <WalkForm from={from} to={to} />
        {examples.length > 0 && (
          <p class="inline-links">
            <span class="field-hint">{t('explore-pages.for-example')}</span>
            {examples.map(({ label, href }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
          </p>
        )}
      </Card>
      <CountedLinks
        title={t('explore-pages.themes')}
        links={themes}
        all={{ label: t('explore-pages.all-themes'), href: '/themes' }}
      />
      <CountedLinks
        title={t('explore-pages.countries')}
        links={countries}
        all={{ label: t('explore-pages.all-countries'), href: '/countries' }}
      />
      <div class="button-row">
        <ButtonLink href="/sdgs" variant="quiet">
          {t('ui.nav-sdgs')}
        </ButtonLink>
        <ButtonLink href="/actors" variant="quiet">
          {t('explore-pages.actors')}
        </ButtonLink>
        <ButtonLink href="/search" variant="quiet" icon="search">
          {t('ui.search')}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** First words for both ends; then, where there is something to choose, one thing for each. */
export function WalkForm({ from, to }: { from: WalkEnd; to: WalkEnd }) {
  const { t } = useText();
  const isChoosing = from.found.length > 0 && to.found.length > 0;
  return (
    <>
      <form class="walk-form" method="get" action="/explore">
        <div class="field-row">
          <TextField
            name="a"
            label={t('explore-pages.first')}
            value={from.words}
            error={missing(from, t)}
            optional
            unmarked
            maxLength={200}
          />
          <TextField
            name="b"
            label={t('explore-pages.second')}
            value={to.words}
            error={missing(to, t)}
            optional
            unmarked
            maxLength={200}
          />
        </div>
        <p>
          <Button variant={isChoosing ? 'quiet' : 'primary'}>{t('explore-pages.find')}</Button>
        </p>
      </form>
      {isChoosing && (
        <form class="walk-form" method="get" action="/explore/path">
          <div class="field-row at-top">
            <Choice name="from" label={t('explore-pages.which-first')} end={from} />
            <Choice name="to" label={t('explore-pages.which-second')} end={to} />
          </div>
          <p>
            <Button>{t('explore-pages.show-walk')}</Button>
          </p>
        </form>
      )}
    </>
  );
}

function missing({ words, found }: WalkEnd, t: (key: string, values?: Record<string, string>) => string) {
  return words !== '' && found.length === 0 ? t('explore-pages.found-nothing', { words }) : undefined;
}

function Choice({ name, label, end }: { name: string; label: string; end: WalkEnd }) {
  return (
    <RadioGroup
      name={name}
      label={label}
      options={end.found.map(({ key, title, typeName }) => ({ value: key, label: title, hint: typeName }))}
      value={end.found[0]?.key}
    />
  );
}

function CountedLinks({
  title,
  links,
  all,
}: {
  title: string;
  links: ExplorePageProps['themes'];
  all: LinkItem;
}) {
  const { number } = useText();
  if (links.length === 0) return null;
  return (
    <Card title={title} action={<a href={all.href}>{all.label}</a>}>
      <Chips>
        {links.map(({ label, href, count }) => (
          <Chip key={href} href={href}>
            {label}
            <span class="chip-count"> {number(count)}</span>
          </Chip>
        ))}
      </Chips>
    </Card>
  );
}
