import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/graph/page.js';
import { readThread } from '../discussions.access.js';
import type { ThreadRow } from '../discussions.cypher.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { PostView, ThreadHeadView } from '../discussions.schemas.js';
import { stateOf, toPostView, toThreadHead } from '../discussions.views.js';

/** Posts of a thread in the order in which they were written. */
@Injectable()
export class ListPosts {
  constructor(private readonly discussions: DiscussionsRepository) {}

  async execute(actor: Actor, threadId: string, after: number, limit: number): Promise<Page<PostView>> {
    const thread = await this.discussions.getThread(threadId);
    requireAccess(readThread, actor, stateOf(thread));
    return this.page(actor, thread, after, limit);
  }

  /** One post, as {@link execute} would show it, with its thread and the name of whom it answers. */
  async one(
    actor: Actor,
    threadId: string,
    number: number,
  ): Promise<{ thread: ThreadHeadView; post: PostView; answers: string | null }> {
    const thread = await this.discussions.getThread(threadId);
    requireAccess(readThread, actor, stateOf(thread));
    const post = await this.discussions.getPost(threadId, number);
    return {
      thread: toThreadHead(thread, actor),
      answers: await this.authorOf(threadId, post.replyTo),
      post: toPostView(post, thread.closedAt !== null, actor),
    };
  }

  private async authorOf(threadId: string, number: number | null): Promise<string | null> {
    if (number === null) return null;
    const [post] = await this.discussions.listPosts(threadId, number, number);
    return post?.author.name ?? null;
  }

  /** For a thread that the actor is known to be allowed to read. */
  async page(actor: Actor, thread: ThreadRow, after: number, limit: number): Promise<Page<PostView>> {
    const last = Math.min(after + limit, thread.postCount);
    const rows = await this.discussions.listPosts(thread.id, after + 1, last);
    const closed = thread.closedAt !== null;
    return {
      items: rows.map((row) => toPostView(row, closed, actor)),
      nextCursor: last < thread.postCount ? String(last) : null,
    };
  }
}
