import { Injectable } from '@nestjs/common';
import { mayAccess, requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import { POSTS_PER_PAGE, threadRoom } from '../contracts.js';
import { closeThread, readThread, replyToThread } from '../discussions.access.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { ThreadView } from '../discussions.schemas.js';
import { toThreadSummary } from '../discussions.views.js';
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
    const state = { closed: thread.closedAt !== null, starterId: thread.startedBy.id };
    requireAccess(readThread, actor, state);
    const posts = await this.listPosts.page(actor, thread, after, POSTS_PER_PAGE);
    return {
      ...toThreadSummary(thread),
      closedReason: thread.closedReason,
      seq,
      permissions: {
        reply: mayAccess(replyToThread, actor, state),
        close: mayAccess(closeThread, actor, state),
      },
      posts,
    };
  }
}
