import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { editPost } from '../discussions.access.js';
import { postChangedMeanwhile } from '../discussions.errors.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { editPostBody, PostView } from '../discussions.schemas.js';
import { toPostView } from '../discussions.views.js';
import { postEvent } from '../post-events.js';

export type EditPostInput = z.output<typeof editPostBody>;

/** Changes the words of a post and keeps the earlier ones. */
@Injectable()
export class EditPost {
  constructor(
    private readonly graph: Graph,
    private readonly discussions: DiscussionsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `discussions/post-changed-meanwhile` when another version is there by now */
  async execute(actor: Actor, threadId: string, number: number, input: EditPostInput): Promise<PostView> {
    requireEntry(editPost, actor);
    return this.graph.write(async (tx) => {
      const thread = await this.discussions.takeThread(tx, threadId);
      const post = await this.discussions.getPost(threadId, number);
      requireAccess(editPost, actor, { authorId: post.author.id, threadClosed: thread.closed });
      if (post.version !== input.version) throw postChangedMeanwhile(post.version);
      if (post.body === input.body) return toPostView(post, thread.closed, actor);
      const at = this.clock.iso();
      const version = await this.discussions.replaceBody(tx, post, input.body, (actor as Person).id, at);
      const edited = { ...post, body: input.body, version, editedAt: at };
      const event = postEvent('discussions.post-edited', edited);
      const isOthers = post.author.id !== actor.id;
      await this.events.append(tx, event, isOthers ? { actor, data: { number, version } } : null);
      return toPostView(edited, thread.closed, actor);
    });
  }
}
