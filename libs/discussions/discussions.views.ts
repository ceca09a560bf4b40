import { mayAccess } from '../platform/access/access-rule.js';
import type { Actor } from '../platform/access/actor.js';
import type { Page } from '../platform/graph/page.js';
import { postUrl } from './contracts.js';
import { closeThread, editPost, replyToThread } from './discussions.access.js';
import type { PostRow, ThreadRow } from './discussions.cypher.js';
import type { PostView, ThreadHeadView, ThreadSummaryView } from './discussions.schemas.js';
import { htmlOf } from './post-html.js';
import type { ThreadState } from './rules/thread-rules.js';

export function toPostView(row: PostRow, threadClosed: boolean, actor: Actor): PostView {
  const { threadId, ...post } = row;
  return {
    ...post,
    url: postUrl(threadId, row.number),
    html: htmlOf(row),
    permissions: { edit: mayAccess(editPost, actor, { authorId: row.author.id, threadClosed }) },
  };
}

/** A page of posts; the next one begins after the last of these. */
export function toPostPage(rows: PostRow[], thread: ThreadRow, actor: Actor): Page<PostView> {
  const closed = thread.closedAt !== null;
  const last = rows.at(-1)?.number ?? thread.postCount;
  return {
    items: rows.map((row) => toPostView(row, closed, actor)),
    nextCursor: last < thread.postCount ? String(last) : null,
  };
}

export function toThreadSummary(row: ThreadRow): ThreadSummaryView {
  const { closedAt, closedReason: _, ...thread } = row;
  return { ...thread, about: row.about.filter((subject) => subject.key), closed: closedAt !== null };
}

/** What access to a thread depends on. */
export function stateOf(row: ThreadRow): ThreadState {
  return { closed: row.closedAt !== null, starterId: row.startedBy.id };
}

export function toThreadHead(row: ThreadRow, actor: Actor): ThreadHeadView {
  const state = stateOf(row);
  return {
    ...toThreadSummary(row),
    closedReason: row.closedReason,
    permissions: {
      reply: mayAccess(replyToThread, actor, state),
      close: mayAccess(closeThread, actor, state),
    },
  };
}
