import { Injectable } from '@nestjs/common';
import { requireEntry } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { sessionKey } from '../contracts.js';
import { editSession } from '../learning.access.js';
import { runsTheSession } from '../learning.errors.js';
import { holds, RegistrationsRepository } from '../registrations.repository.js';
import { requireGoesOn, requireRunning } from '../session-gate.js';
import { GIVEN_BACK, SessionPlaces } from '../session-places.js';
import { SessionsRepository } from '../sessions.repository.js';

/** Takes the place, or the turn, of somebody else, who is told why; and lets them register again. */
@Injectable()
export class RemoveParticipant {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly places: SessionPlaces,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The first of those who wait moves up. Removing who is removed changes nothing.
   * @throws {DomainError} `platform/not-found` for who is not registered, `learning/runs-the-session`,
   * `learning/role-withdrawn`, `learning/session-closed`, `learning/session-cancelled`
   */
  async execute(actor: Actor, id: string, personId: string, reason: string): Promise<void> {
    requireEntry(editSession, actor);
    await this.graph.write(async (tx) => {
      const session = await this.sessions.takeSession(tx, id);
      requireRunning(editSession, actor, session);
      requireGoesOn(session);
      const registration = await this.registrations.findIn(tx, id, personId);
      if (registration?.removedReason) return;
      if (!holds(registration)) throw notFound('registration');
      if (registration.state === 'facilitating') throw runsTheSession();
      const told = { removedReason: reason, pendingMail: 'removed', mailPending: true };
      const properties = { ...GIVEN_BACK, ...told, since: this.clock.iso() };
      await this.registrations.change(tx, [registration.key], properties);
      const held = session[registration.state];
      await this.places.settle(tx, { ...session, [registration.state]: held - 1 });
      await this.audit.record(tx, actor, {
        action: 'learning.participant-removed',
        targetKey: sessionKey(id),
        data: { personId },
      });
    });
  }

  /**
   * The person may register again; the place is not given back. For who was not removed it changes nothing.
   * @throws {DomainError} `platform/not-found`, `learning/role-withdrawn`
   */
  async undo(actor: Actor, id: string, personId: string): Promise<void> {
    requireEntry(editSession, actor);
    await this.graph.write(async (tx) => {
      const session = await this.sessions.takeSession(tx, id);
      requireRunning(editSession, actor, session);
      const registration = await this.registrations.findIn(tx, id, personId);
      if (!registration) throw notFound('registration');
      if (registration.removedReason === null) return;
      await this.registrations.change(tx, [registration.key], { removedReason: null });
      await this.audit.record(tx, actor, {
        action: 'learning.participant-let-in',
        targetKey: sessionKey(id),
        data: { personId },
      });
    });
  }
}
