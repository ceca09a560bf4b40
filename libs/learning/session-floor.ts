import { Injectable } from '@nestjs/common';
import { requireEntry } from '../platform/access/access-rule.js';
import type { Actor, Person } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { EventLog } from '../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { answerOnce } from '../platform/receipts/answer-once.js';
import { sessionRoom } from './contracts.js';
import { runSession, takePart } from './learning.access.js';
import type { RegistrationRow } from './registrations.cypher.js';
import { hasPlace, RegistrationsRepository } from './registrations.repository.js';
import { requireLive, requireRunning, requireTakingPart } from './session-gate.js';
import { registrationKey, type SessionRecord, sourceOf } from './session-record.js';
import { linkParticipant, unlinkParticipant } from './sessions.cypher.js';
import { SessionsRepository } from './sessions.repository.js';

/** A session that this transaction has taken, while it goes on. */
export interface Floor {
  session: SessionRecord;
  /** The actor's own part; null for a steward who has none. */
  own: RegistrationRow | null;
  at: string;
}

export type Work<Result> = (tx: GraphTransaction, floor: Floor) => Promise<Result>;

/** What is done in a session while it goes on: one after the other, by those who may, noting who is there. */
@Injectable()
export class SessionFloor {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * For whoever holds a place or runs the session. Taking part is being there.
   * @param key of the request, so that sending it again gives the same answer, even when the session is over by then
   */
  takePart<Result>(actor: Actor, id: string, work: Work<Result>, key: string | null = null): Promise<Result> {
    requireEntry(takePart, actor);
    return this.graph.write(async (tx) => {
      const session = await this.sessions.takeSession(tx, id);
      const own = await this.registrations.findIn(tx, id, (actor as Person).id);
      requireTakingPart(actor, session, own);
      return this.onFloor(tx, session, own, work, key);
    });
  }

  /** For whoever runs the session. @param key as in {@link takePart} */
  run<Result>(actor: Actor, id: string, work: Work<Result>, key: string | null = null): Promise<Result> {
    requireEntry(runSession, actor);
    return this.graph.write(async (tx) => {
      const session = await this.sessions.takeSession(tx, id);
      requireRunning(runSession, actor, session);
      const own = await this.registrations.findIn(tx, id, (actor as Person).id);
      return this.onFloor(tx, session, own, work, key);
    });
  }

  private onFloor<Result>(
    tx: GraphTransaction,
    session: SessionRecord,
    own: RegistrationRow | null,
    work: Work<Result>,
    key: string | null,
  ): Promise<Result> {
    const at = this.clock.iso();
    return answerOnce(tx, { key, at }, async () => {
      requireLive(session, this.clock.now());
      if (hasPlace(own)) await this.setAttended(tx, session, own, true);
      return work(tx, { session, own, at });
    });
  }

  /** Notes that someone is there, or that they are not. `session.attended` follows. */
  async setAttended(
    tx: GraphTransaction,
    session: SessionRecord,
    registration: RegistrationRow | null,
    present: boolean,
  ): Promise<void> {
    if (!registration || (registration.attendedAt !== null) === present) return;
    const { id } = session;
    const { personId } = registration;
    const at = this.clock.iso();
    await this.registrations.change(tx, [registrationKey(id, personId)], { attendedAt: present ? at : null });
    if (present) await tx.run(linkParticipant, { id, personId, source: sourceOf(personId), at });
    else await tx.run(unlinkParticipant, { id, personId });
    session.attended += present ? 1 : -1;
    const { attended } = session;
    await this.sessions.change(tx, id, { attended });
    await this.events.append(tx, {
      room: sessionRoom(id),
      type: 'learning.attendance-changed',
      data: { sessionId: id, attended },
    });
  }
}
