/** Facts about a thread that decide who may do what in it. */
export interface ThreadState {
  closed: boolean;
  starterId: string;
}

/** Facts about a post that decide who may change it. */
export interface PostState {
  authorId: string;
  threadClosed: boolean;
}

export function takesReplies(thread: ThreadState): boolean {
  return !thread.closed;
}

/** A reply may only answer a post that stands in the thread already. */
export function isValidParent(replyTo: number | null, postCount: number): boolean {
  return replyTo === null || (Number.isInteger(replyTo) && replyTo >= 1 && replyTo <= postCount);
}
