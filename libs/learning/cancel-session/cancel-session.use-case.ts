import { Injectable } from '@nestjs/common';
import { requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { sessionRoom } from '../contracts.js';
import { editSession } from '../learning.access.js';
import { hasBegun, sessionOver } from '../learning.errors.js';
import { summaryOfPerson } from '../learning.views.js';
import { markPendingMail } from '../registrations.cypher.js';
import { stateOf } from '../rules/session-state.js';
import { kept } from '../session-events.js';
import { requireRunning } from '../session-gate.js';
import { SessionsRepository } from '../sessions.repository.js';

/** Calls a session off before it has begun. Everyone who registered is told. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Calling off what is called off changes nothing.
   * @throws {DomainError} `learning/has-begun`, `learning/session-closed`
   */
  async execute(actor: Actor, id: string, reason: string): Promise<void> {
    requireEntry(editSession, actor);
    await this.graph.write(async (tx) => {
      const session = await this.sessions.takeSession(tx, id);
      requireRunning(editSession, actor, session);
      const state = stateOf(session);
      if (state === 'cancelled') return;
      if (state === 'closed') throw sessionOver('closed');
      if (state === 'running') throw hasBegun();
      const by = summaryOfPerson(actor as Person);
      const at = this.clock.iso();
      const sequence = session.sequence + 1;
      await this.sessions.change(tx, id, {
        cancelledAt: at,
        cancelledReason: reason,
        changedAt: at,
        sequence,
      });
      await tx.run(markPendingMail, { sessionId: id, mail: 'cancelled', exceptId: by.id });
      const data = { sessionId: id, at, reason, sequence, by };
      const event = { room: sessionRoom(id), type: 'learning.session-cancelled', data } as const;
      await this.events.append(tx, { ...event, kept: kept.cancelled(data) }, { actor });
    });
  }
}
