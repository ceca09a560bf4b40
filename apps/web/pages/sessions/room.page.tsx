import type { ComponentChildren, FunctionComponent } from 'preact';
import { BODY_MAX, type ThreadView, threadRoom } from '../../../../libs/discussions/index.js';
import { DOORS_OPEN_MINUTES, sessionRoom } from '../../../../libs/learning/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Composer } from '../../components/composer.js';
import { TextArea, TextField } from '../../components/fields.js';
import { ErrorSummary } from '../../components/form.js';
import { Page, PageHead } from '../../components/page.js';
import { NewRepliesBar } from '../../components/presence.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import { ZonedTime } from '../../components/zoned-time.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { LiveLines, LiveThread } from '../threads/live-lines.js';
import { threadLinks } from '../threads/thread-links.js';
import { type MayReply, ThreadPost } from '../threads/thread-post.js';
import type { RoomPartProps } from './room-part-props.js';
import { ROOM_PART_NAMES, RoomPartCard } from './room-parts.js';
import { sessionLinks } from './session-links.js';

export interface RoomPageProps extends RoomPartProps {
  /** Where those who take part talk, with its latest posts; null until it is there. */
  thread: { view: ThreadView; mayReply: MayReply } | null;
  clientKey: string;
  /** Null for visitors. */
  viewerId: string | null;
  /** What was typed into a form that was refused, or is shown first. */
  typed?: { field: string; text: string; errors?: FormErrors; previewHtml?: string };
}

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
  const goesOn = session.live.open;
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
        {!goesOn && <Closed session={session} />}
        <RoomPartCard name="step" {...part} />
        <RoomPartCard name="hands" {...part} />
        <RoomPartCard name="poll" {...part} />
        {session.permissions.run && <PollForm {...props} />}
        <RoomPartCard name="notes" {...part} />
        {session.permissions.takePart && <NoteForm {...props} />}
        <Talk {...props} />
      </Page>
    </SessionRoom>
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
function PollForm({ session, csrf, typed }: RoomPageProps) {
  const { t } = useText();
  const own = typed?.field === 'question' ? typed : undefined;
  const [question = '', ...options] = own?.text.split('\n') ?? [];
  return (
    <details class="fold" id="ask" open={own !== undefined}>
      <summary>{t('sessions.ask-poll')}</summary>
      <form class="form" method="post" action={sessionLinks.poll(session.id)} data-in-place="poll">
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="open" value="yes" />
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

function NoteForm({ session, csrf, typed }: RoomPageProps) {
  const { t } = useText();
  const own = typed?.field === 'text' ? typed : undefined;
  return (
    <form class="form" method="post" action={sessionLinks.notes(session.id)} data-in-place="notes">
      <input type="hidden" name="_csrf" value={csrf} />
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

/** The session's thread with its latest posts. */
function Talk({ session, thread, csrf, clientKey, viewerId, typed }: RoomPageProps) {
  const { t } = useText();
  if (!thread) return null;
  const { view, mayReply } = thread;
  const earlier = view.postCount - view.posts.items.length;
  const own = typed?.field === 'body' ? typed : undefined;
  return (
    <>
      <div class="section-head" id="talk">
        <h2>{t('sessions.talk')}</h2>
        <a href={view.url}>
          {earlier > 0 ? t('sessions.earlier-posts', { count: earlier }) : t('sessions.read-thread')}
        </a>
      </div>
      <LiveThread
        room={threadRoom(view.id)}
        seq={String(view.seq)}
        fragment-url={threadLinks.fragment(view.id)}
        page-end="1000000000"
        next-href={view.url}
        post-count={String(view.postCount)}
      >
        <div class="items sheet" data-posts>
          {view.posts.items.map((post) => (
            <ThreadPost key={post.id} threadId={view.id} post={post} mayReply={mayReply} />
          ))}
        </div>
        <NewRepliesBar href={view.url} />
        <LiveLines />
      </LiveThread>
      {viewerId === null ? (
        <Card tone="call" id="composer">
          <p>{t('sessions.sign-in-to-talk')}</p>
          <p class="actions">
            <ButtonLink href={`/sign-in?back=${encodeURIComponent(sessionLinks.room(session.id))}`}>
              {t('ui.sign-in')}
            </ButtonLink>
          </p>
        </Card>
      ) : (
        mayReply === true && (
          <Composer
            action={sessionLinks.posts(session.id)}
            api={threadLinks.apiPosts(view.id)}
            csrf={csrf}
            label={t('sessions.say')}
            submitLabel={t('sessions.send')}
            rows={3}
            maxLength={BODY_MAX}
            value={own?.text}
            previewHtml={own?.previewHtml}
            error={own?.errors?.fields.body}
            values={{ clientKey }}
            draftKey={`${viewerId}:thread:${view.id}`}
          />
        )
      )}
    </>
  );
}
