import { accessRule } from '../platform/access/access-rule.js';
import { hasRole } from '../platform/access/actor.js';
import { type PostState, type ThreadState, takesReplies } from './rules/thread-rules.js';

export const readThread = accessRule<ThreadState>('thread.read', {
  who: 'anyone',
  scope: 'read',
  hides: true,
});

export const startThread = accessRule('thread.start', { who: 'signed-in', scope: 'write' });

export const replyToThread = accessRule<ThreadState>('discussion.reply', {
  who: 'signed-in',
  scope: 'write',
  allows: (_actor, thread) => takesReplies(thread),
});

/** Authors change their own words while the thread is open; stewards mend anything. */
export const editPost = accessRule<PostState>('post.edit', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor, post) => hasRole(actor, 'steward') || (post.authorId === actor.id && !post.threadClosed),
});

export const closeThread = accessRule<ThreadState>('thread.close', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor, thread) => thread.starterId === actor.id || hasRole(actor, 'facilitator', 'steward'),
});
