import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Graph } from '../../platform/graph/graph.js';
import { readThread, replyToThread } from '../discussions.access.js';
import { threadClosed } from '../discussions.errors.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { PostView, postReplyBody } from '../discussions.schemas.js';
import { toPostView } from '../discussions.views.js';
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
  ) {}

  /**
   * Sending the same `clientKey` again returns the post that is there, so that a client on a bad line may retry.
   * @throws {DomainError} `discussions/thread-closed`, `discussions/reply-to-missing-post`
   */
  async execute(actor: Actor, threadId: string, input: PostReplyInput): Promise<PostView> {
    requireEntry(replyToThread, actor);
    const post = await this.graph.write(async (tx) => {
      const thread = await this.discussions.takeThread(tx, threadId);
      requireAccess(readThread, actor, thread);
      const earlier = await this.discussions.findOwnPost(tx, actor, input.clientKey);
      if (earlier) return earlier;
      if (!takesReplies(thread)) throw threadClosed();
      requireAccess(replyToThread, actor, thread);
      return this.posts.append(tx, actor as Person, { id: threadId, postCount: thread.postCount }, input);
    });
    return toPostView(post, false, actor);
  }
}
