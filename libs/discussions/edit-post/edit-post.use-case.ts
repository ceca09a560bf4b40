import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { editOnce } from '../../platform/receipts/edit-once.js';
import { requestKey } from '../../platform/receipts/request-key.js';
import { editPost } from '../discussions.access.js';
import type { PostRow } from '../discussions.cypher.js';
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

  /**
   * For whoever sends the same again nothing changes.
   * @throws {DomainError} `discussions/post-changed-meanwhile` when another version is there by now
   */
  async execute(actor: Actor, threadId: string, number: number, input: EditPostInput): Promise<PostView> {
    requireEntry(editPost, actor);
    return this.graph.write(async (tx) => {
      const thread = await this.discussions.takeThread(tx, threadId);
      const post = await this.discussions.getPost(threadId, number);
      requireAccess(editPost, actor, { authorId: post.author.id, threadClosed: thread.closed });
      let edited = post;
      const key = requestKey({ personId: actor.id, act: ['edit-post', post.id], content: input });
      const edit = {
        ...{ key, at: this.clock.iso(), seen: input.version, current: post.version },
        changedMeanwhile: postChangedMeanwhile,
      };
      await editOnce(tx, edit, async () => {
        if (post.body !== input.body) edited = await this.replace(tx, actor as Person, post, input.body);
        return edited.version;
      });
      return toPostView(edited, thread.closed, actor);
    });
  }

  private async replace(tx: GraphTransaction, editor: Person, post: PostRow, body: string): Promise<PostRow> {
    const at = this.clock.iso();
    const version = await this.discussions.replaceBody(tx, post, body, editor.id, at);
    const edited = { ...post, body, version, editedAt: at };
    const isOthers = post.author.id !== editor.id;
    const audited = isOthers ? { actor: editor, data: { number: post.number, version } } : null;
    await this.events.append(tx, postEvent('discussions.post-edited', edited), audited);
    return edited;
  }
}
