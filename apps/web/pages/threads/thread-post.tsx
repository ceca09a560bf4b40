import {
  type PostView,
  pageStart,
  postUrl,
  type ThreadHeadView,
} from '../../../../libs/discussions/index.js';
import { type Actor, isSignedIn } from '../../../../libs/platform/access/actor.js';
import { PostItem } from '../../components/post-item.js';
import { withBack } from '../../rendering/back-path.js';
import { threadLinks } from './thread-links.js';

/** Whether the reader may answer in the thread. */
export type MayReply = boolean | 'sign-in';

export function mayReplyIn(thread: ThreadHeadView, actor: Actor): MayReply {
  return thread.permissions.reply || (!thread.closed && !isSignedIn(actor) && 'sign-in');
}

interface ThreadPostProps {
  threadId: string;
  post: PostView;
  /** `sign-in`: the reader could, once signed in. Quoting is only for those who may answer right away. */
  mayReply: MayReply;
  /** Name of whom the post answers; its number where that is not known. */
  answers?: string;
  /** Where a post is answered; on a page of its own by default. */
  replyLink?: (number: number) => string;
}

/** A post in its thread: the same on the page and as the fragment that islands fetch. */
export function ThreadPost({ threadId, post, mayReply, answers, replyLink }: ThreadPostProps) {
  const { number, author, replyTo } = post;
  const inReplyTo =
    replyTo === null
      ? undefined
      : {
          number: replyTo,
          author: answers ?? `#${replyTo}`,
          href: pageStart(replyTo) === pageStart(number) ? `#post-${replyTo}` : postUrl(threadId, replyTo),
        };
  return (
    <PostItem
      id={post.id}
      number={number}
      author={{ id: author.id, name: author.name, href: author.url }}
      at={post.createdAt}
      editedAt={post.editedAt ?? undefined}
      bodyHtml={post.html}
      lang={post.lang ?? undefined}
      inReplyTo={inReplyTo}
      opening={number === 1}
      actions={{
        permalink: post.url,
        reply: replyHref(replyLink?.(number) ?? threadLinks.reply(threadId, number), mayReply),
        quote: mayReply === true ? threadLinks.quote(threadId, number) : undefined,
        edit: post.permissions.edit ? threadLinks.edit(threadId, number) : undefined,
        history: post.version > 1 ? threadLinks.history(threadId, number) : undefined,
      }}
    />
  );
}

function replyHref(href: string, mayReply: MayReply): string | undefined {
  if (!mayReply) return undefined;
  return mayReply === 'sign-in' ? withBack('/sign-in', href) : href;
}
