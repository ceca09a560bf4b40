import type { CaseCardView } from '../../../../libs/cases/index.js';
import type { DialogueCardView } from '../../../../libs/dialogues/index.js';
import type { ParticipatedThreadView } from '../../../../libs/discussions/index.js';
import type { PublicPerson } from '../../../../libs/identity/index.js';
import { Avatar } from '../../components/avatar.js';
import { ButtonLink } from '../../components/button.js';
import { Card, CardGrid } from '../../components/card.js';
import { Badge } from '../../components/chips.js';
import { FactList } from '../../components/fact-list.js';
import { ItemList } from '../../components/item-list.js';
import { Page } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { EmptyState } from '../../components/states.js';
import { useText } from '../../components/text.js';
import type { Gatherings } from '../../rendering/gatherings.js';
import type { NameOf } from '../../rendering/names.js';
import { CaseSummaryCard } from '../cases/case-summary-card.js';
import { DialogueCard } from '../dialogues/linked-dialogues.js';
import { LinkedGatherings } from '../sessions/linked-gatherings.js';
import { ThreadRow } from '../threads/thread-list.page.js';

export interface PersonPageProps {
  person: PublicPerson;
  threads: ParticipatedThreadView[];
  cases: CaseCardView[];
  /** That they convene. */
  dialogues: DialogueCardView[];
  gatherings: Gatherings;
  /** Later pages of the threads. */
  nextHref?: string;
  firstHref?: string;
  nameOf: NameOf;
  /** The reader's own page. */
  isOwn: boolean;
  /** The reader administers accounts. */
  mayManage: boolean;
}

export function PersonPage(props: PersonPageProps) {
  const { t } = useText();
  const { person, threads, cases, isOwn } = props;
  const { sessions, commitments } = props.gatherings;
  const nothing = [threads, cases, sessions, commitments].every(({ length }) => length === 0);
  return (
    <Page aside={<PersonAside {...props} />} asideLabel={t('people.facts')}>
      <PersonHead {...props} />
      {cases.length > 0 && (
        <>
          <h2>{t('people.cases')}</h2>
          <CardGrid>
            {cases.map((item) => (
              <CaseSummaryCard key={item.id} item={item} nameOf={props.nameOf} />
            ))}
          </CardGrid>
        </>
      )}
      {threads.length > 0 && (
        <>
          <h2>{t('people.threads')}</h2>
          <ItemList sheet>
            {threads.map(({ lastOwnNumber: _, ...thread }) => (
              <ThreadRow key={thread.id} thread={thread} level={3} />
            ))}
          </ItemList>
          <Pager previousHref={props.firstHref} nextHref={props.nextHref} />
        </>
      )}
      <LinkedGatherings
        gatherings={props.gatherings}
        nameOf={props.nameOf}
        entityKey={`person:${person.id}`}
      />
      {nothing && (
        <EmptyState
          title={t('people.nothing-yet', { name: person.name })}
          action={isOwn && <ButtonLink href="/threads/new">{t('threads.start')}</ButtonLink>}
        />
      )}
    </Page>
  );
}

function PersonHead({ person, isOwn, nameOf }: PersonPageProps) {
  const { t } = useText();
  const place = person.country && nameOf(person.country.key, person.country.title);
  const roles = person.roles.filter((role) => role !== 'member');
  return (
    <header class="person-head">
      <Avatar id={person.id} name={person.name} size="large" />
      <div>
        <h1 dir="auto">{person.name}</h1>
        {(person.organisation || place) && (
          <p class="item-meta">
            {person.organisation && <span dir="auto">{person.organisation}</span>}
            {place && <span>{place}</span>}
          </p>
        )}
        {roles.length > 0 && (
          <p class="actions">
            {roles.map((role) => (
              <Badge key={role} tone="good">
                {t(`identity.role-${role}`)}
              </Badge>
            ))}
          </p>
        )}
      </div>
      {isOwn && (
        <ButtonLink href="/settings" variant="quiet" icon="edit">
          {t('people.edit-own')}
        </ButtonLink>
      )}
    </header>
  );
}

function PersonAside({ person, dialogues, nameOf, isOwn, mayManage }: PersonPageProps) {
  const { t, date } = useText();
  const { country, bio, organisation, organisationType, worksFor } = person;
  const employer = worksFor ? <a href={worksFor.url}>{worksFor.title}</a> : organisation;
  return (
    <>
      <Card title={t('people.about', { name: person.name })}>
        {bio ? (
          <p class="bio" dir="auto">
            {bio}
          </p>
        ) : (
          <p class="unsaid">{isOwn ? t('people.no-own-bio') : t('people.no-bio')}</p>
        )}
        <FactList
          facts={[
            {
              label: t('people.country'),
              value: country && <a href={country.url}>{nameOf(country.key, country.title)}</a>,
            },
            { label: t('people.organisation'), value: employer && <bdi>{employer}</bdi> },
            {
              label: t('people.organisation-type'),
              value: organisationType && nameOf(`actor-type:${organisationType}`),
            },
            { label: t('people.since'), value: date(person.createdAt) },
          ]}
        />
      </Card>
      <DialogueCard title={t('dialogue-pages.title')} dialogues={dialogues} />
      {!isOwn && (
        <p>
          <ButtonLink
            href={`/threads/new?about=${encodeURIComponent(`person:${person.id}`)}`}
            variant="quiet"
          >
            {t('people.ask')}
          </ButtonLink>
        </p>
      )}
      {mayManage && (
        <p>
          <a href={`/administration/people/${person.id}`}>{t('administration.account-manage')}</a>
        </p>
      )}
    </>
  );
}
