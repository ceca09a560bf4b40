import { Injectable } from '@nestjs/common';
import type { Person } from '../platform/access/actor.js';
import { notFound } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { type Position, readNewestFirst } from '../platform/graph/page.js';
import {
  findPostByClientKey,
  findThread,
  listPostsByKey,
  listPostVersions,
  listThreads,
  listThreadsAbout,
  listThreadsOf,
  type PostRow,
  replacePostBody,
  setThreadClosed,
  type ThreadRow,
  takeThread,
} from './discussions.cypher.js';
import type { ThreadState } from './rules/thread-rules.js';

/** The key of a post in the graph: its thread and its number in it. */
export function postKey(threadId: string, number: number): string {
  return `${threadId}#${number}`;
}

@Injectable()
export class DiscussionsRepository {
  constructor(private readonly graph: Graph) {}

  async getThread(id: string): Promise<ThreadRow> {
    const [thread] = await this.graph.read(findThread, { id });
    if (!thread) throw notFound('thread');
    return thread;
  }

  /** The thread as this transaction will change it; nobody else changes it meanwhile. */
  async takeThread(tx: GraphTransaction, id: string): Promise<ThreadState & { postCount: number }> {
    const [thread] = await tx.run(takeThread, { id });
    if (!thread) throw notFound('thread');
    return thread;
  }

  listThreads(before: Position, limit: number): Promise<ThreadRow[]> {
    return readNewestFirst(before, limit, (window) =>
      this.graph.read(listThreads, { since: window.since, ...window.before, limit: window.limit }),
    );
  }

  listThreadsAbout(about: string, before: Position, limit: number): Promise<ThreadRow[]> {
    return this.graph.read(listThreadsAbout, { about, ...before, limit });
  }

  listThreadsOf(personId: string, before: Position, limit: number) {
    return this.graph.read(listThreadsOf, { personId, ...before, limit });
  }

  /** Posts number `first` to `last`, as far as they exist. */
  listPosts(threadId: string, first: number, last: number): Promise<PostRow[]> {
    const count = Math.max(0, last - first + 1);
    const keys = Array.from({ length: count }, (_, index) => postKey(threadId, first + index));
    return this.graph.read(listPostsByKey, { keys });
  }

  async getPost(threadId: string, number: number): Promise<PostRow> {
    const [post] = await this.listPosts(threadId, number, number);
    if (!post) throw notFound('post');
    return post;
  }

  /** The post that the same request has made before, if any. */
  async findSent(
    tx: GraphTransaction,
    author: Person,
    threadId: string,
    { sentAs, clientKey, body }: { sentAs: string | null; clientKey?: string; body: string },
  ): Promise<PostRow | null> {
    if (!sentAs || !clientKey) return null;
    const [post] = await tx.run(findPostByClientKey, { clientKey: sentAs });
    if (post) return post;
    const older = await this.findSentBefore(tx, author, clientKey, body);
    return older?.threadId === threadId ? older : null;
  }

  /** The post that the same person sent in the same words when posts bore the bare key of their writer, if any. */
  async findSentBefore(
    tx: GraphTransaction,
    author: Person,
    clientKey: string | undefined,
    body: string,
  ): Promise<PostRow | null> {
    if (!clientKey) return null;
    const [post] = await tx.run(findPostByClientKey, { clientKey });
    return post?.author.id === author.id && post.body === body ? post : null;
  }

  listVersions(threadId: string, number: number) {
    return this.graph.read(listPostVersions, { key: postKey(threadId, number) });
  }

  async replaceBody(
    tx: GraphTransaction,
    post: PostRow,
    body: string,
    editorId: string,
    at: string,
  ): Promise<number> {
    const key = postKey(post.threadId, post.number);
    const versionKey = `${key}#${post.version}`;
    const [row] = await tx.run(replacePostBody, { key, versionKey, body, at, editorId });
    if (!row) throw notFound('post');
    return row.version;
  }

  async setClosed(
    tx: GraphTransaction,
    id: string,
    closed: { at: string; reason: string } | null,
  ): Promise<void> {
    await tx.run(setThreadClosed, { id, at: closed?.at ?? null, reason: closed?.reason ?? null });
  }
}
