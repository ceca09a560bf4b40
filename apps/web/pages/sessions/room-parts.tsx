import type { FunctionComponent } from 'preact';
import { PostButton } from '../../components/button.js';
import { Icon } from '../../components/icon.js';
import { useText } from '../../components/text.js';
import { AgendaList } from './agenda-list.js';
import { NoteEntries } from './note-entries.js';
import { PollTally } from './poll-tally.js';
import type { RoomPartProps } from './room-part-props.js';
import { sessionLinks } from './session-links.js';
import { StepNow } from './step-now.js';

interface RoomPart {
  name: string;
  draw: FunctionComponent<RoomPartProps>;
  /** Events after which it looks different. */
  hears: readonly string[];
}

const STEPS = ['learning.step-changed', 'learning.session-changed'];

/** The parts by the name in their address. */
export const ROOM_PARTS = {
  step: { name: 'sessions.now', draw: StepNow, hears: STEPS },
  agenda: { name: 'sessions.agenda', draw: AgendaPart, hears: STEPS },
  hands: { name: 'sessions.hands', draw: Hands, hears: ['learning.hand-raised', 'learning.hand-lowered'] },
  poll: {
    name: 'sessions.poll',
    draw: Poll,
    hears: ['learning.poll-opened', 'learning.poll-answered', 'learning.poll-closed'],
  },
  notes: { name: 'sessions.notes', draw: Notes, hears: ['learning.note-added'] },
  people: {
    name: 'sessions.people',
    draw: People,
    hears: ['learning.attendance-changed', 'learning.registration-changed'],
  },
} satisfies Record<string, RoomPart>;

export type RoomPartName = keyof typeof ROOM_PARTS;

export const ROOM_PART_NAMES = Object.keys(ROOM_PARTS) as RoomPartName[];

/** One part on a sheet of its own; the island puts a newer one in its place. */
export function RoomPartCard({ name, ...props }: RoomPartProps & { name: RoomPartName }) {
  const { t } = useText();
  const { name: heading, draw: Draw, hears } = ROOM_PARTS[name];
  return (
    <section class="card room-part" id={name} data-part={name} data-hears={hears.join(' ')} tabIndex={-1}>
      <div class="card-head">
        <h2>{t(heading)}</h2>
      </div>
      <Draw {...props} />
    </section>
  );
}

function AgendaPart({ session }: RoomPartProps) {
  const { t } = useText();
  return session.agenda.length > 0 ? (
    <AgendaList session={session} />
  ) : (
    <p class="unsaid">{t('sessions.no-agenda')}</p>
  );
}

/** Raised hands, first come first. */
function Hands({ session, csrf }: RoomPartProps) {
  const { t } = useText();
  const { live, own, permissions } = session;
  const mayRaise = permissions.takePart && own !== null && own.state !== 'waiting';
  return (
    <>
      {live.hands.length > 0 ? (
        <ol class="hands">
          {live.hands.map(({ id, name, url }) => (
            <li key={id}>
              <a href={url}>
                <bdi>{name}</bdi>
              </a>
              {permissions.run && (
                <PostButton
                  action={sessionLinks.hand(session.id)}
                  csrf={csrf}
                  values={{ person: id }}
                  variant="plain"
                >
                  <span aria-hidden="true">{t('sessions.lower')}</span>
                  <span class="visually-hidden">{t('sessions.lower-hand-of', { name })}</span>
                </PostButton>
              )}
            </li>
          ))}
        </ol>
      ) : (
        <p class="unsaid">{t('sessions.no-hands')}</p>
      )}
      {mayRaise && (
        <PostButton
          action={sessionLinks.hand(session.id)}
          csrf={csrf}
          values={own.handRaised ? {} : { raised: 'yes' }}
          variant={own.handRaised ? 'quiet' : 'primary'}
        >
          {t(own.handRaised ? 'sessions.lower-hand' : 'sessions.raise-hand')}
        </PostButton>
      )}
    </>
  );
}

/** The last question, with a button for each answer while it is open. */
function Poll({ session, csrf }: RoomPartProps) {
  const { t } = useText();
  const { poll } = session.live;
  const { own, permissions } = session;
  const action = sessionLinks.poll(session.id);
  if (!poll) return <p class="unsaid">{t('sessions.no-poll')}</p>;
  const mayAnswer = poll.open && permissions.takePart;
  return (
    <>
      <PollTally
        poll={poll}
        ownAnswer={own?.pollAnswer}
        draw={
          mayAnswer
            ? (option, index) => (
                <PostButton action={action} csrf={csrf} values={{ answer: String(index) }} variant="quiet">
                  <bdi>{option}</bdi>
                </PostButton>
              )
            : undefined
        }
      />
      {!poll.open && <p class="field-hint">{t('sessions.poll-closed')}</p>}
      {poll.open && permissions.run && (
        <PostButton action={action} csrf={csrf} values={{ close: 'yes' }} variant="quiet">
          {t('sessions.close-poll')}
        </PostButton>
      )}
    </>
  );
}

function Notes({ session }: RoomPartProps) {
  const { t, number } = useText();
  const { notes, live } = session;
  const earlier = live.noteCount - notes.length;
  if (notes.length === 0) return <p class="unsaid">{t('sessions.no-notes')}</p>;
  return (
    <>
      {earlier > 0 && (
        <p class="field-hint">
          {t('sessions.last-notes', { shown: number(notes.length), total: number(live.noteCount) })}{' '}
          <a href={sessionLinks.allNotes(session.id)}>{t('sessions.all-notes')}</a>
        </p>
      )}
      <NoteEntries notes={notes} />
    </>
  );
}

/** Who has a place and who has come. Names are for those who have a place themselves. */
function People({ session, csrf }: RoomPartProps) {
  const { t } = useText();
  const { participants, permissions, live, registered } = session;
  return (
    <>
      <p>{t('sessions.came', { attended: live.attended, registered })}</p>
      {participants && (
        <ul class="people">
          {participants
            .filter(({ state }) => state !== 'waiting')
            .map(({ id, name, url, state, attended }) => (
              <li key={id}>
                <a href={url}>
                  <bdi>{name}</bdi>
                </a>
                {state === 'facilitating' && <small>{t('sessions.facilitates')}</small>}
                {permissions.run ? (
                  <PostButton
                    action={sessionLinks.attendance(session.id)}
                    csrf={csrf}
                    values={{ person: id, present: attended ? 'no' : 'yes' }}
                    variant="plain"
                  >
                    {attended && <Icon name="check" />}
                    <span aria-hidden="true">
                      {t(attended ? 'sessions.is-there' : 'sessions.mark-there')}
                    </span>
                    <span class="visually-hidden">
                      {t(attended ? 'sessions.unmark-of' : 'sessions.mark-of', { name })}
                    </span>
                  </PostButton>
                ) : (
                  attended && (
                    <small>
                      <Icon name="check" /> {t('sessions.is-there')}
                    </small>
                  )
                )}
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
