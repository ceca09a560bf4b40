import {
  BODY_MAX,
  POSTS_PER_PAGE,
  type PostView,
  postUrl,
  type ThreadView,
  threadRoom,
} from '../../../../libs/discussions/index.js';
import { Avatar } from '../../components/avatar.js';
import { Button, ButtonLink, PostButton } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Badge, Chip, Chips } from '../../components/chips.js';
import { Composer } from '../../components/composer.js';
import { TextField } from '../../components/fields.js';
import { ErrorSummary } from '../../components/form.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { ClosedNote } from '../../components/post-item.js';
import { NewRepliesBar } from '../../components/presence.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { Trail } from '../../components/trail.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { LiveLines, LiveThread, OutOfDate } from './live-lines.js';
import { threadLinks } from './thread-links.js';
import { type MayReply, ThreadPost } from './thread-post.js';

export interface ThreadPageProps {
  thread: ThreadView;
  /** Number of the post before this page. */
  after: number;
  csrf: string;
  clientKey: string;
  /** Null for visitors. */
  viewerId: string | null;
  mayReply: MayReply;
  /** Of the form that closes the thread. */
  closing?: { reason: string; errors: FormErrors };
}

export function ThreadPage(props: ThreadPageProps) {
  const { thread, after } = props;
  const { t, number } = useText();
  const { id, postCount } = thread;
  const shown = thread.posts.items.length;
  const last = after + shown;
  const authors = new Map(thread.posts.items.map((post) => [post.number, post.author.name]));
  const more = thread.posts.nextCursor !== null;
  return (
    <Page aside={<ThreadAside {...props} />} asideLabel={t('threads.writers')}>
      <Trail links={[{ label: t('threads.title'), href: '/threads' }]} />
      <ThreadHead thread={thread} after={after} />
      {props.closing && <ErrorSummary errors={props.closing.errors.summary} />}
      <LiveThread
        room={threadRoom(id)}
        seq={String(thread.seq)}
        fragment-url={threadLinks.fragment(id)}
        page-end={String(after + POSTS_PER_PAGE)}
        next-href={threadLinks.page(id, after + POSTS_PER_PAGE)}
        post-count={String(postCount)}
      >
        <OutOfDate href={threadLinks.page(id, after)} />
        <div class="items sheet" data-posts>
          {thread.posts.items.map((post) => (
            <ThreadPost
              key={post.id}
              threadId={id}
              post={post}
              answers={post.replyTo === null ? undefined : authors.get(post.replyTo)}
              mayReply={props.mayReply}
            />
          ))}
        </div>
        <NewRepliesBar href={postUrl(id, postCount)} />
        <LiveLines />
      </LiveThread>
      <Pager
        previousHref={after > 0 ? threadLinks.page(id, Math.max(0, after - POSTS_PER_PAGE)) : undefined}
        nextHref={more ? threadLinks.page(id, last) : undefined}
        position={t('threads.position', {
          first: number(after + 1),
          last: number(last),
          total: number(postCount),
        })}
      />
      <ReplyArea {...props} />
    </Page>
  );
}

function ThreadHead({ thread, after }: Pick<ThreadPageProps, 'thread' | 'after'>) {
  const { t, number } = useText();
  const more = thread.posts.nextCursor !== null;
  return (
    <PageHead
      title={thread.title}
      lang={thread.lang ?? undefined}
      actions={
        more && (
          <ButtonLink variant="quiet" href={postUrl(thread.id, thread.postCount)}>
            {t('threads.jump-to-last')}
          </ButtonLink>
        )
      }
      kicker={
        <>
          <span>
            {t('threads.started-by')}{' '}
            <a href={thread.startedBy.url}>
              <bdi>{thread.startedBy.name}</bdi>
            </a>
          </span>
          <TimeStamp iso={thread.createdAt} />
          <span>{t('ui.replies', { count: thread.postCount - 1 })}</span>
          {thread.closed && <Badge>{t('ui.closed')}</Badge>}
          <span>
            {t('threads.latest')} <TimeStamp iso={thread.activeAt} />
          </span>
          {after > 0 && (
            <span>
              {t('threads.page', {
                first: number(after + 1),
                last: number(after + thread.posts.items.length),
              })}
            </span>
          )}
        </>
      }
    >
      <Chips label={t('threads.about')}>
        {thread.about.map(({ key, title, url, type }) => (
          <Chip key={key} href={url} part={t(`threads.subject-${type}`)}>
            {/* What was made together with the thread bears its title. */}
            {title === thread.title ? '' : title}
          </Chip>
        ))}
      </Chips>
    </PageHead>
  );
}

function ReplyArea({ thread, after, csrf, clientKey, viewerId }: ThreadPageProps) {
  const { t } = useText();
  if (thread.closed) {
    return (
      <ClosedNote>
        {thread.closedReason ? t('threads.closed-because', { reason: thread.closedReason }) : undefined}
      </ClosedNote>
    );
  }
  if (viewerId === null) {
    const back = encodeURIComponent(threadLinks.page(thread.id, after));
    return (
      <Card tone="call" title={t('threads.join-title')} id="composer">
        <p>{t('threads.join-text')}</p>
        <p class="actions">
          <ButtonLink href={`/register?back=${back}`}>{t('ui.register')}</ButtonLink>
          <ButtonLink variant="quiet" href={`/sign-in?back=${back}`}>
            {t('ui.sign-in')}
          </ButtonLink>
        </p>
      </Card>
    );
  }
  if (!thread.permissions.reply) return null;
  return (
    <Composer
      action={threadLinks.posts(thread.id)}
      api={threadLinks.apiPosts(thread.id)}
      csrf={csrf}
      label={t('threads.your-reply')}
      submitLabel={t('threads.send-reply')}
      placeholder={t('threads.reply-placeholder')}
      maxLength={BODY_MAX}
      values={{ clientKey }}
      draftKey={`${viewerId}:thread:${thread.id}`}
    />
  );
}

function ThreadAside(props: ThreadPageProps) {
  const { thread } = props;
  return (
    <>
      <Writers posts={thread.posts.items} />
      {thread.permissions.close && <CloseOrReopen {...props} />}
    </>
  );
}

/** Whom one could ask: who wrote on this page. */
function Writers({ posts }: { posts: PostView[] }) {
  const { t } = useText();
  const writers = new Map(posts.map(({ author }) => [author.id, author]));
  return (
    <Card title={t('threads.writers')}>
      <ul class="writers">
        {[...writers.values()].map(({ id, name, url }) => (
          <li key={id}>
            <a href={url}>
              <Avatar id={id} name={name} size="small" />
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function CloseOrReopen({ thread, csrf, closing }: ThreadPageProps) {
  const { t } = useText();
  if (thread.closed) {
    return (
      <PostButton action={threadLinks.reopen(thread.id)} csrf={csrf} variant="quiet">
        {t('threads.reopen')}
      </PostButton>
    );
  }
  return (
    <details class="fold" open={closing !== undefined}>
      <summary>{t('threads.close')}</summary>
      <form class="form" method="post" action={threadLinks.close(thread.id)}>
        <input type="hidden" name="_csrf" value={csrf} />
        <TextField
          name="reason"
          label={t('threads.close-reason')}
          hint={t('threads.close-hint')}
          maxLength={300}
          value={closing?.reason}
          error={closing?.errors.fields.reason}
        />
        <Button variant="quiet">{t('threads.close')}</Button>
      </form>
    </details>
  );
}
