import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isTimeZone } from '../../platform/clock/zoned-time.js';
import { Graph } from '../../platform/graph/graph.js';
import { registerForSession } from '../learning.access.js';
import {
  refusedFields,
  registrationNotOpen,
  registrationOver,
  runsTheSession,
  wasRemoved,
} from '../learning.errors.js';
import { holds, RegistrationsRepository } from '../registrations.repository.js';
import { registrationState } from '../rules/session-state.js';
import { placeForNext } from '../rules/waiting-list.js';
import { requireGoesOn } from '../session-gate.js';
import { GIVEN_BACK, NEW_TURN, SessionPlaces } from '../session-places.js';
import type { SessionRecord } from '../session-record.js';
import { SessionsRepository } from '../sessions.repository.js';

/** Gives the actor a place, or a turn in the waiting list; and gives it back. */
@Injectable()
export class RegisterForSession {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly places: SessionPlaces,
    private readonly clock: Clock,
  ) {}

  /**
   * Registering again changes nothing but the time zone.
   * @throws {DomainError} `learning/registration-not-open`, `learning/registration-over`, `learning/session-cancelled`,
   * `learning/session-closed`, `learning/was-removed`
   */
  async execute(actor: Actor, id: string, timeZone: string | null = null): Promise<void> {
    requireAccess(registerForSession, actor, undefined);
    if (timeZone && !isTimeZone(timeZone))
      throw refusedFields([{ field: 'timeZone', code: 'learning/unknown-time-zone' }]);
    const personId = (actor as Person).id;
    await this.graph.write(async (tx) => {
      const session = await this.sessions.takeSession(tx, id);
      const earlier = await this.registrations.findIn(tx, id, personId);
      if (holds(earlier)) {
        if (timeZone) await this.registrations.change(tx, [earlier.key], { timeZone });
        return;
      }
      if (earlier?.removedReason) throw wasRemoved(earlier.removedReason);
      this.requireOpen(session);
      const state = placeForNext(session);
      const since = this.clock.iso();
      const turns = session.turns + 1;
      const properties = { ...NEW_TURN, state, number: turns, since, timeZone: timeZone || null };
      await this.registrations.put(tx, earlier, id, personId, properties);
      await this.places.settle(tx, { ...session, turns, [state]: session[state] + 1 });
    });
  }

  /**
   * Cancelling what is cancelled changes nothing. The first of those who wait moves up.
   * @throws {DomainError} `learning/runs-the-session` for whoever runs it, `learning/session-closed`
   */
  async cancel(actor: Actor, id: string): Promise<void> {
    requireAccess(registerForSession, actor, undefined);
    await this.graph.write(async (tx) => {
      const session = await this.sessions.takeSession(tx, id);
      const own = await this.registrations.findIn(tx, id, (actor as Person).id);
      if (!holds(own)) return;
      if (own.state === 'facilitating') throw runsTheSession();
      if (session.cancelledAt === null) requireGoesOn(session);
      const since = this.clock.iso();
      await this.registrations.change(tx, [own.key], { ...GIVEN_BACK, since });
      await this.places.settle(tx, { ...session, [own.state]: session[own.state] - 1 });
    });
  }

  private requireOpen(session: SessionRecord): void {
    const state = registrationState(session, this.clock.now());
    if (state === 'open') return;
    requireGoesOn(session);
    if (state === 'over') throw registrationOver();
    const { registrationOpensAt, timeZone } = session;
    throw registrationNotOpen(`${registrationOpensAt?.replace('T', ' ')} (${timeZone})`);
  }
}
