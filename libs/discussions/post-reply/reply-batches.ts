import { setImmediate as afterOthers } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Person } from '../../platform/access/actor.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { UniquenessViolation } from '../../platform/graph/graph-errors.js';
import type { PostRow } from '../discussions.cypher.js';
import { KnownThreads } from '../known-threads.js';
import { type NewPost, PostWriter } from '../post-writer.js';

const MOST_AT_ONCE = 64;

interface WaitingReply {
  author: Person;
  threadId: string;
  post: NewPost;
  resolve(row: PostRow | null): void;
  reject(error: unknown): void;
}

/**
 * Replies to known threads that come while another write runs are written with one statement and one commit, which
 * costs less than half of writing each alone. None waits for company: who comes alone is written alone.
 */
@Injectable()
export class ReplyBatches {
  private waiting: WaitingReply[] = [];
  private isNextCalled = false;

  constructor(
    private readonly graph: Graph,
    private readonly posts: PostWriter,
    private readonly known: KnownThreads,
  ) {}

  /**
   * @returns null, having written nothing, when the thread is not as this process knew it, or when one of the batch
   * was sent before: then each of them is to be written by itself
   */
  write(author: Person, threadId: string, post: NewPost): Promise<PostRow | null> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ author, threadId, post, resolve, reject });
      this.callNext();
    });
  }

  private callNext(): void {
    if (this.isNextCalled || this.waiting.length === 0) return;
    this.isNextCalled = true;
    void this.writeNext();
  }

  private async writeNext(): Promise<void> {
    await afterOthers();
    // An engine that tries a transaction again must find the same replies in it.
    let taken: WaitingReply[] | undefined;
    const batch = () => {
      taken ??= this.takeBatch();
      return taken;
    };
    try {
      const rows = await this.graph.write((tx) => this.append(tx, batch()));
      for (const { threadId, resolve } of batch()) resolve(rows.get(threadId) ?? null);
    } catch (error) {
      for (const { resolve, reject } of batch()) {
        if (error instanceof UniquenessViolation) resolve(null);
        else reject(error);
      }
    }
  }

  /** All that wait when their turn has come, but one of each thread: the next must know what the first has become. */
  private takeBatch(): WaitingReply[] {
    const batch = new Map<string, WaitingReply>();
    const others: WaitingReply[] = [];
    for (const reply of this.waiting) {
      if (batch.size < MOST_AT_ONCE && !batch.has(reply.threadId)) batch.set(reply.threadId, reply);
      else others.push(reply);
    }
    this.waiting = others;
    this.isNextCalled = false;
    this.callNext();
    return [...batch.values()];
  }

  /** @returns the posts that were written, by their threads */
  private async append(tx: GraphTransaction, batch: WaitingReply[]): Promise<Map<string, PostRow>> {
    const next = batch.flatMap(({ author, threadId, post }) => {
      const thread = this.known.get(threadId, post.replyTo ?? 0);
      return thread ? [{ author, post, thread: { ...thread, id: threadId } }] : [];
    });
    const rows = await this.posts.appendAll(tx, next);
    const written = new Map<string, PostRow>();
    for (const [at, { thread }] of next.entries()) {
      const row = rows[at];
      if (!row) continue;
      this.known.note(thread.id, thread, row.number);
      written.set(thread.id, row);
    }
    return written;
  }
}
