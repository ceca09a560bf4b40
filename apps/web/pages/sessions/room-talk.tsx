import { BODY_MAX, type ThreadView, threadRoom } from '../../../../libs/discussions/index.js';
import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Composer } from '../../components/composer.js';
import { NewRepliesBar } from '../../components/presence.js';
import { type Texts, useText } from '../../components/text.js';
import { LiveLines, LiveThread } from '../threads/live-lines.js';
import { threadLinks } from '../threads/thread-links.js';
import { ThreadPost } from '../threads/thread-post.js';
import type { RoomPageProps } from './room-page-props.js';
import { sessionLinks } from './session-links.js';

/** The session's thread with its latest posts. */
export function RoomTalk({ session, thread, csrf, clientKey, viewerId, typed }: RoomPageProps) {
  const { t } = useText();
  if (!thread) return null;
  const { view, mayReply } = thread;
  const earlier = view.postCount - view.posts.items.length;
  const own = typed?.field === 'body' ? typed : undefined;
  const room = sessionLinks.room(session.id);
  const answered = own?.replyTo;
  const draft = `${viewerId}:thread:${view.id}`;
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
            <ThreadPost
              key={post.id}
              threadId={view.id}
              post={post}
              mayReply={mayReply}
              replyLink={(number) => sessionLinks.reply(session.id, number)}
            />
          ))}
        </div>
        <NewRepliesBar href={view.url} />
        <LiveLines />
      </LiveThread>
      {viewerId === null ? (
        <Card tone="call" id="composer">
          <p>{t('sessions.sign-in-to-talk')}</p>
          <p class="actions">
            <ButtonLink href={`/sign-in?back=${encodeURIComponent(room)}`}>{t('ui.sign-in')}</ButtonLink>
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
            replyingTo={
              answered === undefined
                ? undefined
                : { label: replyLabel(view, answered, t), cancelHref: `${room}#composer` }
            }
            values={{ clientKey, ...(answered === undefined ? {} : { replyTo: String(answered) }) }}
            draftKey={answered === undefined ? draft : `${draft}#${answered}`}
          />
        )
      )}
    </>
  );
}

/** Names whom one answers; the number of a post that stands further up. */
function replyLabel({ posts }: ThreadView, number: number, t: Texts['t']): string {
  const author = posts.items.find((post) => post.number === number)?.author.name;
  return t('ui.reply-to', { name: author ?? `#${number}` });
}
