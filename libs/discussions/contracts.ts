import type { EntityRef } from '../platform/entities/entity.js';

/** The room of the thread in a route's `:id`, on which an answer about that thread depends. */
export function roomInRoute({ id = '' }: Record<string, string>): { room: string } {
  return { room: threadRoom(id) };
}

/** The room of events in a thread; sockets join it as `thread:ID`. */
export function threadRoom(threadId: string): string {
  return `thread:${threadId}`;
}

/** Posts on one page of a thread. */
export const POSTS_PER_PAGE = 20;

/** The `after` of the page on which a post stands: the number of the post before that page, 0 for the first page. */
export function pageStart(number: number): number {
  return Math.floor((number - 1) / POSTS_PER_PAGE) * POSTS_PER_PAGE;
}

/** Where a post is read: its page in the thread, and its place there. */
export function postUrl(threadId: string, number: number): string {
  const after = pageStart(number);
  return `/threads/${threadId}${after > 0 ? `?after=${after}` : ''}#post-${number}`;
}

export interface AuthorRef {
  id: string;
  name: string;
  url: string;
}

/** What the events of this room carry. `html` is safe to insert: it was made from Markdown without raw HTML. */
declare module '../platform/events/event.js' {
  interface EventMap {
    'discussions.thread-started': { threadId: string; title: string; about: EntityRef; by: AuthorRef };
    'discussions.post-published': PublishedPost;
    'discussions.post-edited': PublishedPost;
    'discussions.thread-closed': { threadId: string; by: AuthorRef; reason: string };
    'discussions.thread-reopened': { threadId: string; by: AuthorRef };
  }
}

export interface PublishedPost {
  threadId: string;
  postId: string;
  number: number;
  version: number;
  author: AuthorRef;
  replyTo: number | null;
  body: string;
  html: string;
}
