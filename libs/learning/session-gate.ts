import { type AccessRule, requireAccess, requireEntry } from '../platform/access/access-rule.js';
import type { Actor } from '../platform/access/actor.js';
import { lostRole, type SessionAccess, takePart } from './learning.access.js';
import { doorsClosed, notRegistered, roleWithdrawn, sessionOver } from './learning.errors.js';
import { accessOf } from './learning.views.js';
import type { RegistrationRow } from './registrations.cypher.js';
import { DOORS_OPEN_MINUTES, isLive, stateOf } from './rules/session-state.js';
import type { SessionRecord } from './session-record.js';

/**
 * For what only those who run the session may do.
 * @throws {DomainError} `learning/role-withdrawn` for its facilitator who has lost the role, else as `requireAccess`
 */
export function requireRunning(rule: AccessRule<SessionAccess>, actor: Actor, session: SessionRecord): void {
  requireEntry(rule, actor);
  const access = accessOf(session, null);
  if (lostRole(actor, access)) throw roleWithdrawn();
  requireAccess(rule, actor, access);
}

/** @throws {DomainError} `learning/not-registered` for whoever holds no place and does not run it */
export function requireTakingPart(actor: Actor, session: SessionRecord, own: RegistrationRow | null): void {
  requireEntry(takePart, actor);
  const access = accessOf(session, own);
  if (!takePart.allows(actor, access)) throw lostRole(actor, access) ? roleWithdrawn() : notRegistered();
}

/** @throws {DomainError} `learning/session-closed`, `learning/session-cancelled` */
export function requireGoesOn(session: SessionRecord): void {
  const state = stateOf(session);
  if (state === 'closed' || state === 'cancelled') throw sessionOver(state);
}

/** @throws {DomainError} besides those of {@link requireGoesOn}, `learning/doors-closed` before they open */
export function requireLive(session: SessionRecord, now: Date): void {
  requireGoesOn(session);
  if (isLive(session, now)) return;
  const opensAt = Date.parse(session.startsAtUtc) - DOORS_OPEN_MINUTES * 60_000;
  throw doorsClosed(`${new Date(opensAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`);
}
