import { Injectable } from '@nestjs/common';
import { personSummary } from '../../identity/contracts.js';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { threadRoom } from '../contracts.js';
import { closeThread } from '../discussions.access.js';
import { DiscussionsRepository } from '../discussions.repository.js';

/** Closes a thread with a reason, or opens it again. */
@Injectable()
export class CloseThread {
  constructor(
    private readonly graph: Graph,
    private readonly discussions: DiscussionsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Closing what is closed changes nothing. */
  async close(actor: Actor, threadId: string, reason: string): Promise<void> {
    requireEntry(closeThread, actor);
    await this.graph.write(async (tx) => {
      const thread = await this.discussions.takeThread(tx, threadId);
      requireAccess(closeThread, actor, thread);
      if (thread.closed) return;
      await this.discussions.setClosed(tx, threadId, { at: this.clock.iso(), reason });
      const data = { threadId, by: authorOf(actor), reason };
      const kept = { threadId, by: data.by };
      const event = { room: threadRoom(threadId), type: 'discussions.thread-closed', data, kept } as const;
      await this.events.append(tx, event, { actor });
    });
  }

  async reopen(actor: Actor, threadId: string): Promise<void> {
    requireEntry(closeThread, actor);
    await this.graph.write(async (tx) => {
      const thread = await this.discussions.takeThread(tx, threadId);
      requireAccess(closeThread, actor, thread);
      if (!thread.closed) return;
      await this.discussions.setClosed(tx, threadId, null);
      const data = { threadId, by: authorOf(actor) };
      const event = { room: threadRoom(threadId), type: 'discussions.thread-reopened', data } as const;
      await this.events.append(tx, event, { actor });
    });
  }
}

function authorOf(actor: Actor) {
  const { id, name } = actor as Person;
  return personSummary(id, name);
}
