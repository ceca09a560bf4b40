import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/graph/page.js';
import { readThread } from '../discussions.access.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { PostView, ThreadHeadView } from '../discussions.schemas.js';
import { stateOf, toPostPage, toPostView, toThreadHead } from '../discussions.views.js';
import { ThreadReader } from '../thread-reader.js';

/** Posts of a thread in the order in which they were written. */
@Injectable()
export class ListPosts {
  constructor(
    private readonly discussions: DiscussionsRepository,
    private readonly reader: ThreadReader,
  ) {}

  async execute(actor: Actor, threadId: string, after: number, limit: number): Promise<Page<PostView>> {
    const { thread, posts } = await this.reader.read(threadId, after, limit);
    requireAccess(readThread, actor, stateOf(thread));
    return toPostPage(posts, thread, actor);
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
}
