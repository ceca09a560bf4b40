import type { SessionSummaryView } from '../../../../libs/learning/index.js';
import { Card } from '../../components/card.js';
import { ItemList, LineItem } from '../../components/item-list.js';
import { useText } from '../../components/text.js';
import type { Gatherings } from '../../rendering/gatherings.js';
import { isolated } from '../../rendering/isolated.js';
import { hrefWith, type NameOf } from '../../rendering/names.js';
import { timeRange } from '../../rendering/zoned-time.js';
import { CommitmentItem } from '../commitments/commitment-item.js';
import { SessionItem } from './session-item.js';

interface LinkedGatheringsProps {
  gatherings: Gatherings;
  nameOf: NameOf;
  /** Key of what they touch. */
  entityKey: string;
}

/** Lessons, sessions and commitments on the page of what they touch; nothing where there are none. */
export function LinkedGatherings({ gatherings, nameOf, entityKey }: LinkedGatheringsProps) {
  const { t } = useText();
  const { lessons, sessions, commitments } = gatherings;
  const isPerson = entityKey.startsWith('person:');
  const narrowed = isPerson ? { person: entityKey.slice('person:'.length) } : { about: entityKey };
  return (
    <>
      <LearnedHere lessons={lessons} />
      {sessions.length > 0 && (
        <>
          <div class="section-head" id="sessions">
            <h2>{t('sessions.title')}</h2>
            {gatherings.hasMoreSessions && (
              <a href={hrefWith('/sessions', { ...narrowed, when: 'all' })}>{t('sessions.all-sessions')}</a>
            )}
          </div>
          <ItemList sheet>
            {sessions.map((session) => (
              <SessionItem key={session.id} session={session} nameOf={nameOf} />
            ))}
          </ItemList>
        </>
      )}
      {commitments.length > 0 && (
        <>
          <div class="section-head" id="commitments">
            <h2>{t('commitments-pages.title')}</h2>
            {gatherings.hasMoreCommitments && (
              <a href={hrefWith('/commitments', { entity: entityKey })}>{t('sessions.all-commitments')}</a>
            )}
          </div>
          <ItemList sheet>
            {commitments.map((commitment) => (
              <CommitmentItem key={commitment.id} commitment={commitment} />
            ))}
          </ItemList>
        </>
      )}
    </>
  );
}

/** What sessions learned about a case, each with the session in which it was learned. */
function LearnedHere({ lessons }: Pick<Gatherings, 'lessons'>) {
  const { t } = useText();
  if (lessons.length === 0) return null;
  return (
    <Card title={t('sessions.lessons')} id="lessons" tone="good">
      <ol class="entries">
        {lessons.map(({ id, url, text, learnedIn }) => (
          <li key={id}>
            <p class="as-written" dir="auto">
              {text}
            </p>
            {learnedIn && (
              <p class="item-meta">
                <a href={url}>{t('sessions.lesson-of', { title: isolated(learnedIn.title) })}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What comes next, one line each. */
export function ComingUp({ sessions }: { sessions: SessionSummaryView[] }) {
  const { t, locale } = useText();
  if (sessions.length === 0) return null;
  return (
    <Card title={t('sessions.upcoming')} action={<a href="/sessions">{t('sessions.all-sessions')}</a>}>
      <ItemList>
        {sessions.map(({ id, url, title, format, startsAtUtc, endsAtUtc, timeZone }) => (
          <LineItem
            key={id}
            href={url}
            title={title}
            when={
              <time dateTime={startsAtUtc}>
                {t('ui.time-in-zone', {
                  time: timeRange(locale, { from: startsAtUtc, to: endsAtUtc, zone: timeZone, short: true }),
                  zone: timeZone.replaceAll('_', ' '),
                })}
              </time>
            }
            note={t(`sessions.format-${format}`)}
          />
        ))}
      </ItemList>
    </Card>
  );
}
