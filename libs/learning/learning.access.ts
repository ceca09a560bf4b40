import { accessRule } from '../platform/access/access-rule.js';
import { type Actor, hasRole } from '../platform/access/actor.js';

/** Facts about a session, and the actor's own part in it, that decide who may do what. */
export interface SessionAccess {
  facilitatorIds: readonly string[];
  /** Whether the actor holds a place. */
  registered: boolean;
}

/** Its facilitators, as long as they hold the role, and stewards. */
function runs(actor: Actor, { facilitatorIds }: Pick<SessionAccess, 'facilitatorIds'>): boolean {
  if (hasRole(actor, 'steward')) return true;
  return actor.id !== null && facilitatorIds.includes(actor.id) && hasRole(actor, 'facilitator');
}

/** Whether the actor would run this session if the role had not been withdrawn from them. */
export function lostRole(actor: Actor, session: Pick<SessionAccess, 'facilitatorIds'>): boolean {
  return actor.id !== null && session.facilitatorIds.includes(actor.id) && !runs(actor, session);
}

export const readSession = accessRule('session.read', { who: 'anyone', scope: 'read', hides: true });

export const proposeSession = accessRule('session.propose', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor) => hasRole(actor, 'facilitator', 'steward'),
});

export const editSession = accessRule<SessionAccess>('session.edit', {
  who: 'signed-in',
  scope: 'write',
  allows: runs,
});

/** Steps, polls, other people's hands and attendance, and the outcome. */
export const runSession = accessRule<SessionAccess>('session.run', {
  who: 'signed-in',
  scope: 'write',
  allows: runs,
});

export const registerForSession = accessRule('session.register', { who: 'signed-in', scope: 'write' });

/** To raise a hand, answer, take notes: whoever holds a place or runs the session. */
export const takePart = accessRule<SessionAccess>('session.take-part', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor, session) => session.registered || runs(actor, session),
});

/** The link to the meeting, and who else is registered. */
export const seeMeeting = accessRule<SessionAccess>('session.see-meeting', {
  who: 'signed-in',
  scope: 'read',
  allows: (actor, session) => session.registered || runs(actor, session),
});

export const listOwnSessions = accessRule('session.list-own', { who: 'signed-in', scope: 'read' });

/** The address under which a calendar program finds a person's sessions: whoever has it reads them. */
export const changeCalendarAddress = accessRule('session.change-calendar-address', {
  who: 'signed-in',
  scope: 'write',
});
