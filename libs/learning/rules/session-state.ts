/** How a session stands, by what has been done with it. */
export type SessionState = 'planned' | 'running' | 'closed' | 'cancelled';

/** The live room opens this long before the beginning, to try the links and to welcome people. */
export const DOORS_OPEN_MINUTES = 60;

export interface StateFacts {
  stepIndex: number | null;
  closedAt: string | null;
  cancelledAt: string | null;
}

export interface TimeFacts extends StateFacts {
  startsAtUtc: string;
  endsAtUtc: string;
  registrationOpensAtUtc: string | null;
  registrationClosesAtUtc: string | null;
}

export function stateOf({ stepIndex, closedAt, cancelledAt }: StateFacts): SessionState {
  if (cancelledAt !== null) return 'cancelled';
  if (closedAt !== null) return 'closed';
  return stepIndex === null ? 'planned' : 'running';
}

/** Whether the doors are open: from an hour before the beginning, until the session is closed with its outcome. */
export function isLive(session: TimeFacts, now: Date): boolean {
  const state = stateOf(session);
  if (state !== 'planned' && state !== 'running') return false;
  return now.getTime() >= Date.parse(session.startsAtUtc) - DOORS_OPEN_MINUTES * 60_000;
}

/**
 * Whether people may register: from the moment at which registration opens to that at which it closes, both included.
 * Without a window of its own, until the session ends.
 */
export function registrationState(session: TimeFacts, now: Date): 'open' | 'not-yet' | 'over' {
  const state = stateOf(session);
  if (state === 'closed' || state === 'cancelled') return 'over';
  const { registrationOpensAtUtc, registrationClosesAtUtc, endsAtUtc } = session;
  const time = now.getTime();
  if (time > Date.parse(registrationClosesAtUtc ?? endsAtUtc)) return 'over';
  if (registrationOpensAtUtc !== null && time < Date.parse(registrationOpensAtUtc)) return 'not-yet';
  return 'open';
}
