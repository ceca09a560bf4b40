import { Injectable } from '@nestjs/common';
import { personSummary } from '../identity/contracts.js';
import type { Person } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { EventLog } from '../platform/events/event-log.js';
import type { GraphTransaction } from '../platform/graph/graph.js';
import { newId } from '../platform/ids/new-id.js';
import { threadRoom } from './contracts.js';
import { createPost, linkReply, type PostRow } from './discussions.cypher.js';
import { replyToMissingPost } from './discussions.errors.js';
import { postKey } from './discussions.repository.js';
import { htmlOf } from './post-html.js';
import { isValidParent } from './rules/thread-rules.js';

export interface NewPost {
  body: string;
  lang?: string | null;
  replyTo?: number | null;
  clientKey?: string;
}

/** Appends posts to threads, each with its event: the opening post and every reply. */
@Injectable()
export class PostWriter {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns null, having written nothing, when the thread is closed or has not these posts any more, or there is no
   * such author
   */
  async append(
    tx: GraphTransaction,
    author: Person,
    thread: { id: string; postCount: number },
    post: NewPost,
  ): Promise<PostRow | null> {
    const replyTo = post.replyTo ?? null;
    if (!isValidParent(replyTo, thread.postCount)) throw replyToMissingPost(replyTo ?? 0);
    const number = thread.postCount + 1;
    const at = this.clock.iso();
    const { id: threadId } = thread;
    const key = postKey(threadId, number);
    const row: PostRow = {
      id: newId(),
      threadId,
      number,
      version: 1,
      body: post.body,
      lang: post.lang ?? null,
      createdAt: at,
      editedAt: null,
      replyTo,
      author: personSummary(author.id, author.name),
    };
    const { id, body, lang } = row;
    const source = `person:${author.id}`;
    const clientKey = post.clientKey ?? null;
    const event = {
      room: threadRoom(threadId),
      type: 'discussions.post-published',
      data: publishedPost(row),
    } as const;
    const [written] = await tx.run(createPost, {
      id,
      key,
      threadId,
      number,
      body,
      lang,
      at,
      authorId: author.id,
      replyTo,
      clientKey,
      source,
      ...this.events.paramsOf(event),
    });
    if (!written) return null;
    if (replyTo !== null) await tx.run(linkReply, { key, parentKey: postKey(threadId, replyTo) });
    this.events.appended(tx, event, { seq: written.seq, at });
    return row;
  }
}

/** What the events about a post carry. */
export function publishedPost(row: PostRow) {
  const { id, threadId, number, version, author, replyTo, body } = row;
  return { threadId, postId: id, number, version, author, replyTo, body, html: htmlOf(row) };
}
