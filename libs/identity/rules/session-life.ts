const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A session ends when nobody used it for this long … */
export const IDLE_MS = 30 * DAY;
/** … and at the latest after this. */
export const ABSOLUTE_MS = 90 * DAY;
/** Use is written down at most this often, so that reading a page writes nothing. */
export const TOUCH_MS = 60 * MINUTE;

export interface SessionTimes {
  lastSeenAt: string;
  expiresAt: string;
}

export function expiryFrom(now: Date): string {
  return new Date(now.getTime() + ABSOLUTE_MS).toISOString();
}

export function isSessionAlive(session: SessionTimes, now: Date): boolean {
  const idle = now.getTime() - Date.parse(session.lastSeenAt);
  return idle < IDLE_MS && now.toISOString() < session.expiresAt;
}

export function wantsTouch(session: SessionTimes, now: Date): boolean {
  return now.getTime() - Date.parse(session.lastSeenAt) >= TOUCH_MS;
}

export const MAIL_LINK_LIFE_MS = {
  'verify-email': 7 * DAY,
  'reset-password': 60 * MINUTE,
  'become-administrator': 7 * DAY,
} as const;

export type MailLinkPurpose = keyof typeof MAIL_LINK_LIFE_MS;

export function linkExpiryFrom(now: Date, purpose: MailLinkPurpose): string {
  return new Date(now.getTime() + MAIL_LINK_LIFE_MS[purpose]).toISOString();
}
