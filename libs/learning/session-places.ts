import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { EventLog } from '../platform/events/event-log.js';
import type { GraphTransaction } from '../platform/graph/graph.js';
import { sessionRoom } from './contracts.js';
import { RegistrationsRepository } from './registrations.repository.js';
import { movingUp } from './rules/waiting-list.js';
import type { SessionRecord } from './session-record.js';
import { SessionsRepository } from './sessions.repository.js';

/** What becomes of a registration that is given back; who was there once was there, whatever becomes of their place. */
export const NEW_TURN = { handNumber: null, reminded: null, pendingMail: null, mailPending: null };
export const GIVEN_BACK = { ...NEW_TURN, state: 'cancelled' };

/** Gives free places to those who wait, and keeps the counts, in a session that the transaction has taken. */
@Injectable()
export class SessionPlaces {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param before the session with the places and counts as they are by now in this transaction
   * @returns the counts afterwards, which have been kept and told
   */
  async settle(
    tx: GraphTransaction,
    before: SessionRecord,
  ): Promise<{ registered: number; waiting: number }> {
    const goesOn = before.cancelledAt === null && before.endsAtUtc > this.clock.iso();
    const session = goesOn ? await this.withoutDisabled(tx, before) : before;
    const { id, turns } = session;
    const up = goesOn ? movingUp(session) : 0;
    if (up > 0) {
      const waiting = await this.registrations.listWaiting(tx, id, up);
      const since = this.clock.iso();
      const properties = { state: 'registered', since, pendingMail: 'moved-up', mailPending: true };
      await this.registrations.change(
        tx,
        waiting.map(({ key }) => key),
        properties,
      );
    }
    const counts = { registered: session.registered + up, waiting: session.waiting - up };
    await this.sessions.change(tx, id, { ...counts, turns });
    await this.events.append(tx, {
      room: sessionRoom(id),
      type: 'learning.registration-changed',
      data: { sessionId: id, ...counts },
    });
    return counts;
  }

  /** Gives back what people hold whose accounts are disabled: they cannot come, and should keep nobody out. */
  private async withoutDisabled(tx: GraphTransaction, session: SessionRecord): Promise<SessionRecord> {
    const held = await this.registrations.listHeldByDisabled(tx, session.id);
    if (held.length === 0) return session;
    const properties = { ...GIVEN_BACK, since: this.clock.iso() };
    await this.registrations.change(
      tx,
      held.map(({ key }) => key),
      properties,
    );
    const gone = (state: 'registered' | 'waiting') => held.filter((one) => one.state === state).length;
    return {
      ...session,
      registered: session.registered - gone('registered'),
      waiting: session.waiting - gone('waiting'),
    };
  }
}
