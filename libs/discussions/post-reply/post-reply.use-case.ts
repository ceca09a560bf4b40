import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { UniquenessViolation } from '../../platform/graph/graph-errors.js';
import { readThread, replyToThread } from '../discussions.access.js';
import type { PostRow } from '../discussions.cypher.js';
import { threadClosed } from '../discussions.errors.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { PostView, postReplyBody } from '../discussions.schemas.js';
import { toPostView } from '../discussions.views.js';
import { KnownThreads, type OpenThread } from '../known-threads.js';
import { PostWriter } from '../post-writer.js';
import { takesReplies } from '../rules/thread-rules.js';

export type PostReplyInput = z.output<typeof postReplyBody>;

/** Adds a post to a thread. */
@Injectable()
export class PostReply {
  constructor(
    private readonly graph: Graph,
    private readonly discussions: DiscussionsRepository,
    private readonly posts: PostWriter,
    private readonly known: KnownThreads,
  ) {}

  /**
   * Sending the same `clientKey` again returns the post that is there, so that a client on a bad line may retry.
   * @throws {DomainError} `discussions/thread-closed`, `discussions/reply-to-missing-post`
   */
  async execute(actor: Actor, threadId: string, input: PostReplyInput): Promise<PostView> {
    requireEntry(replyToThread, actor);
    const author = actor as Person;
    const post = await this.graph
      .write((tx) => this.reply(tx, author, threadId, input, this.known.get(threadId, input.replyTo ?? 0)))
      .catch((error: unknown) => {
        if (!(error instanceof UniquenessViolation)) throw error;
        // Two posts cannot have one key: it was sent before, and is looked for.
        return this.graph.write((tx) => this.reply(tx, author, threadId, input));
      });
    return toPostView(post, false, actor);
  }

  /** @param known how the thread was when last written to; where that is not so any more, or unknown, the thread is taken */
  private async reply(
    tx: GraphTransaction,
    author: Person,
    threadId: string,
    input: PostReplyInput,
    known?: OpenThread,
  ): Promise<PostRow> {
    const thread = known ?? (await this.discussions.takeThread(tx, threadId));
    requireAccess(readThread, author, thread);
    const earlier = known ? null : await this.discussions.findOwnPost(tx, author, input.clientKey);
    if (earlier) return earlier;
    if (!takesReplies(thread)) throw threadClosed();
    requireAccess(replyToThread, author, thread);
    const post = await this.posts.append(tx, author, { id: threadId, postCount: thread.postCount }, input);
    if (!post && known) return this.reply(tx, author, threadId, input);
    if (!post) throw notFound('person');
    this.known.note(threadId, thread, post.number);
    return post;
  }
}
