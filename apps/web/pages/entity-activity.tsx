import { ButtonLink } from '../components/button.js';
import { Card, CardGrid } from '../components/card.js';
import { ItemList } from '../components/item-list.js';
import { EmptyState } from '../components/states.js';
import { useText } from '../components/text.js';
import { ThreadItem } from '../components/thread-item.js';
import type { EntityActivity } from '../rendering/entity-activity.js';
import type { NameOf } from '../rendering/names.js';
import { toThreadItem } from '../rendering/thread-items.js';
import { CaseSummaryCard } from './cases/case-summary-card.js';
import { LinkedDialogues } from './dialogues/linked-dialogues.js';
import { LinkedGatherings } from './sessions/linked-gatherings.js';

interface ActivityProps {
  activity: EntityActivity;
  nameOf: NameOf;
  /** The list of all its cases. */
  casesHref: string;
  /** Key of the entity, for starting a thread about it. */
  about: string;
}

/** The cases of a country, goal, theme or organisation, then what is discussed about it. */
export function Activity({ activity, nameOf, casesHref, about }: ActivityProps) {
  const { t } = useText();
  const { cases, threads } = activity;
  const start = (
    <ButtonLink href={`/threads/new?about=${about}`} variant="quiet" icon="plus">
      {t('atlas.start-thread')}
    </ButtonLink>
  );
  return (
    <>
      <div class="section-head" id="cases">
        <h2>{t('ui.nav-cases')}</h2>
        {activity.hasMoreCases && <a href={casesHref}>{t('atlas.all-cases')}</a>}
      </div>
      {cases.length > 0 ? (
        <CardGrid>
          {cases.map((item) => (
            <CaseSummaryCard key={item.id} item={item} nameOf={nameOf} />
          ))}
        </CardGrid>
      ) : (
        <Card>
          <EmptyState
            title={t('atlas.no-cases')}
            message={t('atlas.no-cases-message')}
            action={<ButtonLink href="/cases/new">{t('atlas.share')}</ButtonLink>}
          />
        </Card>
      )}
      <div class="section-head" id="threads">
        <h2>{t('ui.nav-discussions')}</h2>
        {threads.length > 0 && start}
      </div>
      {threads.length > 0 ? (
        <ItemList sheet>
          {threads.map((thread) => (
            <ThreadItem key={thread.id} {...toThreadItem(thread)} />
          ))}
        </ItemList>
      ) : (
        <Card>
          <EmptyState title={t('atlas.no-threads')} message={t('atlas.no-threads-message')} action={start} />
        </Card>
      )}
      {activity.hasMoreThreads && (
        <p>
          <a href={`/threads?about=${about}`}>{t('atlas.all-threads')}</a>
        </p>
      )}
      <LinkedDialogues
        dialogues={activity.dialogues}
        hasMore={activity.hasMoreDialogues}
        nameOf={nameOf}
        about={about}
      />
      <LinkedGatherings gatherings={activity.gatherings} nameOf={nameOf} entityKey={about} />
    </>
  );
}
