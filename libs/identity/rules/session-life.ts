const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long a session lasts. */
export interface SessionLimits {
  /** Without use. */
  idleMs: number;
  /** In any case. */
  maxMs: number;
}

export function sessionLimits(days: { idle: number; max: number }): SessionLimits {
  return { idleMs: days.idle * DAY, maxMs: days.max * DAY };
}

/** Use of a session or token is written down at most this often, so that reading a page writes nothing. */
export const TOUCH_MS = 60 * MINUTE;

export interface SessionTimes {
  lastSeenAt: string;
  expiresAt: string;
}

export function expiryFrom(now: Date, { maxMs }: SessionLimits): string {
  return new Date(now.getTime() + maxMs).toISOString();
}

export function isSessionAlive(session: SessionTimes, now: Date, { idleMs }: SessionLimits): boolean {
  const idle = now.getTime() - Date.parse(session.lastSeenAt);
  return idle < idleMs && now.toISOString() < session.expiresAt;
}

/** Short sessions are touched more often, lest they end while they are used. */
export function wantsTouch(lastUsedAt: string | null, now: Date, { idleMs }: SessionLimits): boolean {
  if (lastUsedAt === null) return true;
  return now.getTime() - Date.parse(lastUsedAt) >= Math.min(TOUCH_MS, idleMs / 4);
}
