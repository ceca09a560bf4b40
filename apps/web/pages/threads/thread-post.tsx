import { type PostView, pageStart, postUrl } from '../../../../libs/discussions/index.js';
import { PostItem } from '../../components/post-item.js';
import { threadLinks } from './thread-links.js';

interface ThreadPostProps {
  threadId: string;
  post: PostView;
  /** Whether the reader may answer; without it, reply and quote are left out. */
  mayReply: boolean;
  /** Names of authors of this page by post number, to say who is answered. */
  authors?: ReadonlyMap<number, string>;
}

/** A post in its thread: the same on the page and as the fragment that islands fetch. */
export function ThreadPost({ threadId, post, mayReply, authors }: ThreadPostProps) {
  const { number, author, replyTo } = post;
  const inReplyTo =
    replyTo === null
      ? undefined
      : {
          number: replyTo,
          author: authors?.get(replyTo) ?? `#${replyTo}`,
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
        reply: mayReply ? threadLinks.reply(threadId, number) : undefined,
        quote: mayReply ? threadLinks.quote(threadId, number) : undefined,
        edit: post.permissions.edit ? threadLinks.edit(threadId, number) : undefined,
        history: post.version > 1 ? threadLinks.history(threadId, number) : undefined,
      }}
    />
  );
}
