import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { readThread } from '../discussions.access.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { PostHistoryView } from '../discussions.schemas.js';

/** All versions of a post, the current one last. */
@Injectable()
export class ShowPostHistory {
  constructor(private readonly discussions: DiscussionsRepository) {}

  async execute(actor: Actor, threadId: string, number: number): Promise<PostHistoryView> {
    const thread = await this.discussions.getThread(threadId);
    requireAccess(readThread, actor, { closed: thread.closedAt !== null, starterId: thread.startedBy.id });
    const post = await this.discussions.getPost(threadId, number);
    const earlier = await this.discussions.listVersions(threadId, number);
    const current = { number: post.version, body: post.body, at: post.editedAt ?? post.createdAt };
    return { items: [...earlier, current] };
  }
}
