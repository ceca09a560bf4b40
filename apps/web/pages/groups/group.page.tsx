import type { GroupView, MemberView } from '../../../../libs/atlas/index.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Badge } from '../../components/chips.js';
import { FactList } from '../../components/fact-list.js';
import { TextField } from '../../components/fields.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import { Since } from '../countries/country.page.js';

interface GroupPageProps {
  /** With its members on the day asked for. */
  group: GroupView;
  isToday: boolean;
}

export function GroupPage({ group, isToday }: GroupPageProps) {
  const { t, date } = useText();
  return (
    <Page
      asideLabel={t('atlas.about', { name: group.name })}
      aside={
        <>
          <Card title={t('atlas.on-a-day')}>
            <p class="field-hint">{t('atlas.on-a-day-hint')}</p>
            <form class="form" method="get" action={group.url}>
              <TextField name="on" label={t('atlas.day')} type="date" value={group.on} />
              <p class="button-row">
                <Button>{t('atlas.show-members')}</Button>
                {!isToday && <a href={group.url}>{t('atlas.today')}</a>}
              </p>
            </form>
          </Card>
          <Card title={t('atlas.source')}>
            <FactList
              facts={[
                { label: t('atlas.source'), value: <Source source={group.source} /> },
                { label: t('atlas.checked'), value: date(group.checkedOn) },
              ]}
            />
          </Card>
        </>
      }
    >
      <Trail
        links={[
          { label: t('ui.nav-countries'), href: '/countries' },
          { label: t('atlas.groups-title'), href: '/groups' },
        ]}
      />
      <PageHead
        title={group.name}
        kicker={t('atlas.members-on', { count: group.members.length, date: date(group.on) })}
        lede={
          <span lang="en" dir="auto">
            {group.description}
          </span>
        }
      />
      <Members title={t('atlas.members')} members={group.members} />
      {group.associates.length > 0 && <Members title={t('atlas.associates')} members={group.associates} />}
    </Page>
  );
}

function Members({ title, members }: { title: string; members: MemberView[] }) {
  const { t, date } = useText();
  if (members.length === 0)
    return (
      <Card title={title}>
        <p class="unsaid">{t('atlas.no-members')}</p>
      </Card>
    );
  return (
    <Card title={title}>
      <ul class="name-columns wide">
        {members.map(({ country, organisation, from, to, precision, status, note }) => (
          <li key={country?.code ?? organisation}>
            {country ? <a href={country.url}>{country.name}</a> : <span>{organisation}</span>}{' '}
            {status === 'suspended' && <Badge tone="warm">{t('atlas.status-suspended')}</Badge>}
            <small>
              <Since from={from} to={to} precision={precision} date={date} />
              {note && (
                <span lang="en" dir="auto">
                  {' · '}
                  {note}
                </span>
              )}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Source({ source }: { source: string }) {
  const address = /^https?:\/\/\S+$/.test(source) ? source : null;
  if (!address) return <span dir="auto">{source}</span>;
  return (
    <a href={address} rel="noopener" dir="ltr">
      {new URL(address).hostname}
    </a>
  );
}
