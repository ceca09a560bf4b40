const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const MAIL_LINK_LIFE_MS = {
  'verify-email': 7 * DAY,
  'reset-password': HOUR,
  'become-administrator': 7 * DAY,
} as const;

export type MailLinkPurpose = keyof typeof MAIL_LINK_LIFE_MS;

/**
 * So many links of one kind are mailed to one account within an hour, whoever asks. No less than the life of the shortest
 * lived one: whoever is refused another has one in the mailbox that works.
 */
const MOST_AN_HOUR = 5;

/** A link as it is kept. */
export interface KeptLink {
  tokenHash: string;
  /** ISO 8601. */
  expiresAt: string;
}

export function linkExpiryFrom(now: Date, purpose: MailLinkPurpose): string {
  return new Date(now.getTime() + MAIL_LINK_LIFE_MS[purpose]).toISOString();
}

/** Milliseconds until another link of this kind may be mailed to the account; 0 when it may be now. */
export function waitForLink(kept: readonly KeptLink[], purpose: MailLinkPurpose, now: Date): number {
  const waits = kept
    .map(({ expiresAt }) => Date.parse(expiresAt) - MAIL_LINK_LIFE_MS[purpose] + HOUR - now.getTime())
    .filter((wait) => wait > 0)
    .sort((a, b) => b - a);
  return waits[MOST_AN_HOUR - 1] ?? 0;
}

/** Links that are cleared away when another is made: those that have run out, and all but the newest. */
export function linksToClear(kept: readonly KeptLink[], now: Date): KeptLink[] {
  const newestFirst = [...kept].sort((a, b) => (a.expiresAt < b.expiresAt ? 1 : -1));
  return newestFirst.filter(
    ({ expiresAt }, place) => place >= MOST_AN_HOUR - 1 || Date.parse(expiresAt) <= now.getTime(),
  );
}
