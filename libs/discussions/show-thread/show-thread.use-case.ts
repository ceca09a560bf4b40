import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { POSTS_PER_PAGE } from '../contracts.js';
import { readThread } from '../discussions.access.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { ThreadHeadView, ThreadView } from '../discussions.schemas.js';
import { stateOf, toPostPage, toThreadHead } from '../discussions.views.js';
import { ThreadReader } from '../thread-reader.js';

/** A thread with one page of its posts. */
@Injectable()
export class ShowThread {
  constructor(
    private readonly discussions: DiscussionsRepository,
    private readonly reader: ThreadReader,
  ) {}

  /** @param after number of the post before the page, 0 for the first page */
  async execute(actor: Actor, id: string, after = 0): Promise<ThreadView> {
    const { seq, thread, posts } = await this.reader.read(id, after, POSTS_PER_PAGE);
    requireAccess(readThread, actor, stateOf(thread));
    return { ...toThreadHead(thread, actor), seq, posts: toPostPage(posts, thread, actor) };
  }

  /** The thread alone, without posts. */
  async head(actor: Actor, id: string): Promise<ThreadHeadView> {
    const thread = await this.discussions.getThread(id);
    requireAccess(readThread, actor, stateOf(thread));
    return toThreadHead(thread, actor);
  }
}
