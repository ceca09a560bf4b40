import type { ActorView } from '../../../../libs/atlas/index.js';
import { Card } from '../../components/card.js';
import { FactList } from '../../components/fact-list.js';
import { ItemList, LineItem } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { EntityActivity } from '../../rendering/entity-activity.js';
import type { NameOf } from '../../rendering/names.js';
import { Activity } from '../entity-activity.js';

interface ActorPageProps {
  actor: ActorView;
  activity: EntityActivity;
  /** Other organisations in the same cases, with in how many. */
  partners: { url: string; name: string; count: number }[];
  /** Who work for it, the latest first. */
  people: { url: string; title: string }[];
  /** More of them, if there are more. */
  morePeopleHref?: string;
  nameOf: NameOf;
}

export function ActorPage({ actor, activity, partners, people, morePeopleHref, nameOf }: ActorPageProps) {
  const { t } = useText();
  return (
    <Page
      asideLabel={t('atlas.about', { name: actor.name })}
      aside={
        <>
          <Card title={t('atlas.facts')}>
            <FactList
              facts={[
                {
                  label: t('atlas.actor-type'),
                  value: actor.type?.name ?? <span class="unsaid">{t('ui.not-reported')}</span>,
                },
                {
                  label: t('atlas.based-in'),
                  value: actor.country ? (
                    <a href={actor.country.url}>{actor.country.name}</a>
                  ) : (
                    <span class="unsaid">{t('ui.not-reported')}</span>
                  ),
                },
              ]}
            />
          </Card>
          {people.length > 0 && (
            <Card title={t('atlas.people')} id="people">
              <ItemList>
                {people.map(({ url, title }) => (
                  <LineItem key={url} href={url} title={title} />
                ))}
              </ItemList>
              {morePeopleHref && (
                <p>
                  <a href={morePeopleHref}>{t('ui.next')}</a>
                </p>
              )}
            </Card>
          )}
          {partners.length > 0 && (
            <Card title={t('atlas.partners')}>
              <ItemList>
                {partners.map(({ url, name, count }) => (
                  <LineItem key={url} href={url} title={name} note={t('cases.count', { count })} />
                ))}
              </ItemList>
            </Card>
          )}
        </>
      }
    >
      <Trail links={[{ label: t('atlas.actors-title'), href: '/actors' }]} />
      <PageHead
        title={actor.name}
        kicker={[actor.type?.name, actor.country?.name].filter(Boolean).join(' · ')}
      />
      <Activity
        activity={activity}
        nameOf={nameOf}
        casesHref={`/search?type=case&q=${encodeURIComponent(actor.name)}`}
        about={actor.key}
      />
    </Page>
  );
}
