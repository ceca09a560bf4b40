import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { readThread, replyToThread } from '../discussions.access.js';
import type { PostRow } from '../discussions.cypher.js';
import { threadClosed } from '../discussions.errors.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { PostView, postReplyBody } from '../discussions.schemas.js';
import { toPostView } from '../discussions.views.js';
import { KnownThreads } from '../known-threads.js';
import { PostWriter } from '../post-writer.js';
import { takesReplies } from '../rules/thread-rules.js';
import { ReplyBatches } from './reply-batches.js';

export type PostReplyInput = z.output<typeof postReplyBody>;

type SentReply = PostReplyInput & { sentAs: string | null };

/** Adds a post to a thread. */
@Injectable()
export class PostReply {
  constructor(
    private readonly graph: Graph,
    private readonly discussions: DiscussionsRepository,
    private readonly posts: PostWriter,
    private readonly known: KnownThreads,
    private readonly batches: ReplyBatches,
  ) {}

  /**
   * Sending the same again under the same `clientKey` returns the post that is there, so that a client on a bad line
   * may retry.
   * @throws {DomainError} `discussions/thread-closed`, `discussions/reply-to-missing-post`
   */
  async execute(actor: Actor, threadId: string, input: PostReplyInput): Promise<PostView> {
    requireEntry(replyToThread, actor);
    const author = actor as Person;
    const sentAs = clientRequestKey(author.id, ['post-reply', threadId], input);
    const reply = { ...input, sentAs };
    const post =
      (await this.replyToKnown(author, threadId, reply)) ??
      (await this.graph.write((tx) => this.reply(tx, author, threadId, reply)));
    return toPostView(post, false, actor);
  }

  /** @returns null, having written nothing, where the thread has to be asked how it is */
  private async replyToKnown(author: Person, threadId: string, reply: SentReply): Promise<PostRow | null> {
    const thread = this.known.get(threadId);
    if (!thread) return null;
    requireAccess(readThread, author, thread);
    requireAccess(replyToThread, author, thread);
    return this.batches.write(author, threadId, reply);
  }

  private async reply(
    tx: GraphTransaction,
    author: Person,
    threadId: string,
    reply: SentReply,
  ): Promise<PostRow> {
    const thread = await this.discussions.takeThread(tx, threadId);
    requireAccess(readThread, author, thread);
    const earlier = await this.discussions.findSent(tx, author, threadId, reply);
    if (earlier) return earlier;
    if (!takesReplies(thread)) throw threadClosed();
    requireAccess(replyToThread, author, thread);
    const post = await this.posts.append(tx, author, { id: threadId, postCount: thread.postCount }, reply);
    if (!post) throw notFound('person');
    this.known.note(threadId, thread, post.number);
    return post;
  }
}
