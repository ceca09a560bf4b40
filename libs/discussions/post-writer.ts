import { Injectable } from '@nestjs/common';
import { personSummary } from '../identity/contracts.js';
import type { Person } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { EventLog } from '../platform/events/event-log.js';
import type { GraphTransaction } from '../platform/graph/graph.js';
import { newId } from '../platform/ids/new-id.js';
import { createPosts, linkReplies, type PostRow } from './discussions.cypher.js';
import { replyToMissingPost } from './discussions.errors.js';
import { postKey } from './discussions.repository.js';
import { postEvent } from './post-events.js';
import { isValidParent } from './rules/thread-rules.js';

export interface NewPost {
  body: string;
  lang?: string | null;
  replyTo?: number | null;
  /** Under which it is found when it is sent again. */
  sentAs?: string | null;
}

/** A post that is to follow the posts that its thread has. */
export interface NextPost {
  author: Person;
  thread: { id: string; postCount: number };
  post: NewPost;
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
    const [row] = await this.appendAll(tx, [{ author, thread, post }]);
    return row ?? null;
  }

  /**
   * The same for several threads at once.
   * @param next at most one of each thread
   * @returns in the same order
   */
  async appendAll(tx: GraphTransaction, next: NextPost[]): Promise<(PostRow | null)[]> {
    const drafts = next.map((post) => this.draft(post));
    const written = await tx.run(createPosts, { posts: drafts.map(({ params }) => params) });
    const sequences = new Map(written.map(({ key, seq }) => [key, seq]));
    const rows = drafts.map(({ row, event, params }) => {
      const seq = sequences.get(params.key);
      if (seq === undefined) return null;
      this.events.appended(tx, event, { seq, at: params.at });
      return row;
    });
    await this.linkReplies(tx, rows);
    return rows;
  }

  private draft({ author, thread, post }: NextPost) {
    const { id: threadId, postCount } = thread;
    const { body, lang = null, replyTo = null, sentAs = null } = post;
    if (!isValidParent(replyTo, postCount)) throw replyToMissingPost(replyTo ?? 0);
    const number = postCount + 1;
    const at = this.clock.iso();
    const id = newId();
    const row: PostRow = {
      id,
      threadId,
      number,
      version: 1,
      body,
      lang,
      createdAt: at,
      editedAt: null,
      replyTo,
      author: personSummary(author.id, author.name),
    };
    const event = postEvent('discussions.post-published', row);
    const params = {
      id,
      key: postKey(threadId, number),
      threadId,
      number,
      body,
      lang,
      at,
      authorId: author.id,
      replyTo,
      clientKey: sentAs,
      source: `person:${author.id}`,
      ...this.events.paramsOf(event),
    };
    return { row, event, params };
  }

  private async linkReplies(tx: GraphTransaction, rows: (PostRow | null)[]): Promise<void> {
    const replies = rows.flatMap((row) => {
      if (!row || row.replyTo === null) return [];
      const { threadId, number, replyTo } = row;
      return [{ key: postKey(threadId, number), parentKey: postKey(threadId, replyTo) }];
    });
    if (replies.length > 0) await tx.run(linkReplies, { replies });
  }
}
