import type { ActorSummaryView, CountryView } from '../../../../libs/atlas/index.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { FactList } from '../../components/fact-list.js';
import { ItemList, LineItem } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { StatRow } from '../../components/stat-row.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { EntityActivity } from '../../rendering/entity-activity.js';
import type { NameOf } from '../../rendering/names.js';
import { Activity } from '../entity-activity.js';

interface CountryPageProps {
  country: CountryView;
  activity: EntityActivity;
  actors: ActorSummaryView[];
  hasMoreActors: boolean;
  /** Themes of its cases, with how many. */
  themes: { code: string; label: string; count: number }[];
  nameOf: NameOf;
}

export function CountryPage({ country, activity, actors, hasMoreActors, themes, nameOf }: CountryPageProps) {
  const { t } = useText();
  const { linked } = country;
  const [nearest, ...wider] = country.regions.filter(({ code }) => code !== WORLD);
  return (
    <Page
      asideLabel={t('atlas.about', { name: country.name })}
      aside={
        <>
          <CountryFacts country={country} />
          <Memberships memberships={country.memberships} />
          {actors.length > 0 && (
            <Card title={t('atlas.actors-title')}>
              <ItemList>
                {actors.map(({ id, name, url, type }) => (
                  <LineItem key={id} href={url} title={name} note={type?.name} />
                ))}
              </ItemList>
              {hasMoreActors && (
                <p>
                  <a href={`/actors?country=${country.code}`}>{t('atlas.all-actors')}</a>
                </p>
              )}
            </Card>
          )}
        </>
      }
    >
      <Trail
        links={[
          { label: t('ui.nav-countries'), href: '/countries' },
          ...[...wider].reverse().map(({ name, url }) => ({ label: name, href: url })),
          ...(nearest ? [{ label: nearest.name, href: nearest.url }] : []),
        ]}
      />
      <PageHead title={country.name}>
        <StatRow
          stats={[
            { label: t('ui.nav-cases'), value: linked.case ?? 0, href: '#cases' },
            { label: t('ui.nav-discussions'), value: linked.thread ?? 0, href: '#threads' },
            { label: t('atlas.people'), value: linked.person ?? 0 },
            {
              label: t('atlas.actors-title'),
              value: linked.actor ?? 0,
              href: `/actors?country=${country.code}`,
            },
          ]}
        />
        {themes.length > 0 && (
          <Chips label={t('ui.nav-themes')}>
            {themes.map(({ code, label, count }) => (
              <Chip key={code} href={`/cases?country=${country.code}&theme=${code}`} part={label}>
                {count}
              </Chip>
            ))}
          </Chips>
        )}
      </PageHead>
      <Activity
        activity={activity}
        nameOf={nameOf}
        casesHref={`/cases?country=${country.code}`}
        about={country.key}
      />
    </Page>
  );
}

/** M49: the world, which needs no saying. */
const WORLD = '001';

function CountryFacts({ country }: { country: CountryView }) {
  const { t } = useText();
  return (
    <Card title={t('atlas.facts')}>
      <FactList
        facts={[
          {
            label: t('atlas.region'),
            value: country.regions[0] && <a href={country.regions[0].url}>{country.regions[0].name}</a>,
          },
          {
            label: t('atlas.income'),
            value: country.incomeGroup && <a href={country.incomeGroup.url}>{country.incomeGroup.name}</a>,
          },
          { label: t('atlas.un-member'), value: country.unMember ? t('atlas.yes') : t('atlas.no') },
          {
            label: t('atlas.codes'),
            value: [country.code, country.iso2, country.m49].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Card>
  );
}

/** Groups of today first, then those it has left. */
function Memberships({ memberships }: Pick<CountryView, 'memberships'>) {
  const { t, date } = useText();
  if (memberships.length === 0) return null;
  const sorted = [...memberships].sort((a, b) => Number(b.current) - Number(a.current));
  return (
    <Card title={t('atlas.groups-title')}>
      <ItemList>
        {sorted.map(({ group, from, to, status, precision, current }) => (
          <LineItem
            key={`${group.code} ${from} ${status}`}
            href={`${group.url}?on=${current ? '' : from}`.replace(/\?on=$/, '')}
            title={group.name}
            note={
              <>
                {status !== 'member' && `${t(`atlas.status-${status}`)} · `}
                <Since from={from} to={to} precision={precision} date={date} />
              </>
            }
          />
        ))}
      </ItemList>
    </Card>
  );
}

interface SinceProps {
  from: string;
  to: string | null;
  precision: 'year' | 'assumed' | null;
  date: (iso: string) => string;
}

/** From when to when, no more exact than is known. */
export function Since({ from, to, precision, date }: SinceProps) {
  const { t } = useText();
  const say = (day: string) => (precision === null ? date(day) : day.slice(0, 4));
  const words = to
    ? t('atlas.from-to', { from: say(from), to: say(to) })
    : t('atlas.since', { from: say(from) });
  return <>{precision === 'assumed' ? t('atlas.presumably', { when: words }) : words}</>;
}
