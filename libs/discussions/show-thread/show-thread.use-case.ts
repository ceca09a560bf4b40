import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import { POSTS_PER_PAGE, threadRoom } from '../contracts.js';
import { readThread } from '../discussions.access.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { ThreadHeadView, ThreadView } from '../discussions.schemas.js';
import { stateOf, toThreadHead } from '../discussions.views.js';
import { ListPosts } from '../list-posts/list-posts.use-case.js';

/** A thread with one page of its posts. */
@Injectable()
export class ShowThread {
  constructor(
    private readonly discussions: DiscussionsRepository,
    private readonly events: EventLog,
    private readonly listPosts: ListPosts,
  ) {}

  /** @param after number of the post before the page, 0 for the first page */
  async execute(actor: Actor, id: string, after = 0): Promise<ThreadView> {
    // The event number is read first: an event between the reads is then sent once more rather than missed.
    const [seq, thread] = await Promise.all([
      this.events.currentSequence(threadRoom(id)),
      this.discussions.getThread(id),
    ]);
    requireAccess(readThread, actor, stateOf(thread));
    const posts = await this.listPosts.page(actor, thread, after, POSTS_PER_PAGE);
    return { ...toThreadHead(thread, actor), seq, posts };
  }

  /** The thread alone, without posts. */
  async head(actor: Actor, id: string): Promise<ThreadHeadView> {
    const thread = await this.discussions.getThread(id);
    requireAccess(readThread, actor, stateOf(thread));
    return toThreadHead(thread, actor);
  }
}
