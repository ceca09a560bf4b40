import type { ComponentChildren, FunctionComponent } from 'preact';
import { DOORS_OPEN_MINUTES, sessionRoom } from '../../../../libs/learning/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { TextArea, TextField } from '../../components/fields.js';
import { ErrorSummary } from '../../components/form.js';
import { Page, PageHead } from '../../components/page.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import { ZonedTime } from '../../components/zoned-time.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import type { RoomPageProps } from './room-page-props.js';
import type { RoomPartProps } from './room-part-props.js';
import { ROOM_PART_NAMES, RoomPartCard } from './room-parts.js';
import { RoomTalk } from './room-talk.js';
import { sessionLinks } from './session-links.js';

interface SessionRoomProps {
  room: string;
  /** Number of the last event that the page shows. */
  seq: string;
  /** Address of a part as the server draws it, with `{part}`. */
  'fragment-url': string;
  children: ComponentChildren;
}

/** Keeps the parts of the room up to date; without scripts an element like any other. */
const SessionRoom = 'session-room' as unknown as FunctionComponent<SessionRoomProps>;

/** All parts at once, for whoever has missed too much. */
export function AllParts(props: RoomPartProps) {
  return (
    <div>
      {ROOM_PART_NAMES.map((name) => (
        <RoomPartCard key={name} name={name} {...props} />
      ))}
    </div>
  );
}

/** The room in which a session takes place. Without scripts, a press on "Show it anew" brings it up to date. */
export function RoomPage(props: RoomPageProps) {
  const { session, csrf, typed } = props;
  const { t } = useText();
  const part = { session, csrf };
  return (
    <SessionRoom
      room={sessionRoom(session.id)}
      seq={String(session.seq)}
      fragment-url={sessionLinks.fragment(session.id, '{part}')}
    >
      <Page
        asideLabel={t('sessions.agenda')}
        aside={
          <>
            <RoomPartCard name="agenda" {...part} />
            <RoomPartCard name="people" {...part} />
          </>
        }
      >
        <Trail
          links={[
            { label: t('sessions.title'), href: '/sessions' },
            { label: session.title, href: session.url },
          ]}
          current={t('sessions.room')}
        />
        <RoomHead session={session} />
        {typed?.errors && <ErrorSummary errors={typed.errors.summary} />}
        <RoomChanged session={session} />
        {session.live.open ? (
          <>
            <InThisRoom />
            <RoomPartCard name="step" {...part} />
            <RoomPartCard name="hands" {...part} />
            <RoomPartCard name="poll" {...part} />
            {session.permissions.run && <PollForm {...props} />}
            <RoomPartCard name="notes" {...part} />
          </>
        ) : (
          <Closed session={session} />
        )}
        {/* What was typed comes back even when it can no longer be sent. */}
        {(session.permissions.takePart || typed?.field === 'text') && <NoteForm {...props} />}
        <RoomTalk {...props} />
      </Page>
    </SessionRoom>
  );
}

/** Ways to what stands far below, on a small screen at least. */
function InThisRoom() {
  const { t } = useText();
  const parts = ['poll', 'notes', 'talk', 'agenda', 'people'];
  return (
    <nav class="inline-links" aria-label={t('sessions.room')}>
      {parts.map((name) => (
        <a key={name} href={`#${name}`}>
          {t(`sessions.${name}`)}
        </a>
      ))}
    </nav>
  );
}

function RoomHead({ session }: Pick<RoomPageProps, 'session'>) {
  const { t } = useText();
  return (
    <PageHead
      title={session.title}
      lede={<ZonedTime from={session.startsAtUtc} to={session.endsAtUtc} zone={session.timeZone} short />}
      kicker={
        <>
          <span>{t(`sessions.format-${session.format}`)}</span>
          <span
            class="presence"
            data-here
            data-names={t('sessions.here-now', { names: '{names}' })}
            data-count={t('sessions.here-count', { count: '{count}' })}
            hidden
          />
        </>
      }
      actions={
        <>
          {session.meetingLink && (
            <a class="button quiet" href={session.meetingLink} rel="noopener noreferrer">
              {t('sessions.open-meeting')}
            </a>
          )}
          <span data-without-script>
            <ButtonLink href={sessionLinks.room(session.id)} variant="quiet">
              {t('sessions.show-anew')}
            </ButtonLink>
          </span>
        </>
      }
    />
  );
}

/** Shown by the island when the room as a whole is not what it was: opened, closed, called off. */
function RoomChanged({ session }: Pick<RoomPageProps, 'session'>) {
  const { t } = useText();
  return (
    <p class="notice info" role="status" data-room-changed hidden>
      <span>
        {t('sessions.room-changed')} <a href={sessionLinks.room(session.id)}>{t('sessions.show-anew')}</a>
      </span>
    </p>
  );
}

function Closed({ session }: Pick<RoomPageProps, 'session'>) {
  const { t } = useText();
  if (session.state === 'planned')
    return (
      <Notice title={t('sessions.doors-closed')}>
        <span data-doors-closed>{t('sessions.doors-open-before', { minutes: DOORS_OPEN_MINUTES })}</span>
      </Notice>
    );
  return (
    <Notice title={t(`sessions.state-${session.state}`)}>
      <a href={session.url}>{t('sessions.see-what-came')}</a>
    </Notice>
  );
}

/** Asks everyone something. */
function PollForm({ session, csrf, clientKey, typed }: RoomPageProps) {
  const { t } = useText();
  const own = typed?.field === 'question' ? typed : undefined;
  const [question = '', ...options] = own?.text.split('\n') ?? [];
  return (
    <details class="fold" id="ask" open={own !== undefined}>
      <summary>{t('sessions.ask-poll')}</summary>
      <form class="form" method="post" action={sessionLinks.poll(session.id)} data-in-place="poll">
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="open" value="yes" />
        <input type="hidden" name="clientKey" value={clientKey} />
        <TextField
          name="question"
          label={t('sessions.poll-question')}
          maxLength={300}
          value={question}
          error={own?.errors?.fields['open.question']}
        />
        <TextArea
          name="options"
          label={t('sessions.poll-options')}
          hint={t('sessions.poll-options-hint')}
          rows={3}
          maxLength={1600}
          value={options.join('\n')}
          error={optionsError(own?.errors)}
        />
        <p>
          <Button variant="quiet">{t('sessions.ask')}</Button>
        </p>
      </form>
    </details>
  );
}

function optionsError(errors?: FormErrors): string | undefined {
  return Object.entries(errors?.fields ?? {}).find(([name]) => name.startsWith('open.options'))?.[1];
}

function NoteForm({ session, csrf, clientKey, typed }: RoomPageProps) {
  const { t } = useText();
  const own = typed?.field === 'text' ? typed : undefined;
  return (
    <form class="form" method="post" action={sessionLinks.notes(session.id)} data-in-place="notes">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="clientKey" value={clientKey} />
      <TextArea
        name="text"
        label={t('sessions.add-note')}
        hint={t('sessions.add-note-hint')}
        rows={2}
        maxLength={2000}
        value={own?.text}
        error={own?.errors?.fields.text}
      />
      <p>
        <Button variant="quiet">{t('sessions.write-down')}</Button>
      </p>
    </form>
  );
}
