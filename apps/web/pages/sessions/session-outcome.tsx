import type { OutcomeView, SessionView } from '../../../../libs/learning/index.js';
import { Card } from '../../components/card.js';
import { ItemList } from '../../components/item-list.js';
import { StatRow } from '../../components/stat-row.js';
import { useText } from '../../components/text.js';
import { isolated } from '../../rendering/isolated.js';
import type { NameOf } from '../../rendering/names.js';
import { CommitmentItem } from '../commitments/commitment-item.js';
import { NoteEntries } from './note-entries.js';
import { PollTally } from './poll-tally.js';
import { sessionLinks } from './session-links.js';

interface OutcomeProps {
  session: SessionView;
  outcome: OutcomeView;
  nameOf: NameOf;
}

/** What came of a session: lessons, commitments, answers to polls, notes, how many were there. */
export function Outcome({ session, outcome, nameOf }: OutcomeProps) {
  const { t } = useText();
  const there = outcome.headcount ?? outcome.attended;
  return (
    <>
      {outcome.summary && (
        <Card title={t('sessions.summary')}>
          <p class="as-written" dir="auto">
            {outcome.summary}
          </p>
        </Card>
      )}
      <Card title={t('sessions.lessons')} tone="good">
        <ol class="entries">
          {outcome.lessons.map(({ id, text, about }) => (
            <li key={id} id={`lesson-${id}`}>
              <p class="as-written" dir="auto">
                {text}
              </p>
              {about && (
                <p class="item-meta">
                  <a href={about.url}>
                    {t('sessions.lesson-of', { title: isolated(nameOf(about.key, about.title)) })}
                  </a>
                </p>
              )}
            </li>
          ))}
        </ol>
      </Card>
      <Card title={t('sessions.commitments')}>
        {outcome.commitments.length > 0 ? (
          <ItemList>
            {outcome.commitments.map((commitment) => (
              <CommitmentItem key={commitment.id} commitment={commitment} isAtOrigin />
            ))}
          </ItemList>
        ) : (
          <p class="unsaid">{t('sessions.no-commitments')}</p>
        )}
      </Card>
      {outcome.polls.length > 0 && (
        <Card title={t('sessions.polls')}>
          <div class="stack">
            {outcome.polls.map((poll) => (
              <PollTally key={poll.number} poll={poll} />
            ))}
          </div>
        </Card>
      )}
      {session.notes.length > 0 && (
        <Card title={t('sessions.notes')}>
          {session.notes.length < session.live.noteCount && (
            <p>
              <a href={sessionLinks.allNotes(session.id)}>{t('sessions.all-notes')}</a>
            </p>
          )}
          <NoteEntries notes={session.notes} />
        </Card>
      )}
      <StatRow
        stats={[
          { label: t('sessions.were-there'), value: there },
          { label: t('sessions.had-registered'), value: session.registered },
        ]}
      />
    </>
  );
}
