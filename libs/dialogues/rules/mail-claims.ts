const CLAIM_LASTS_MS = 10 * 60_000;

/** Whether a mail that someone meant to send, and has not marked as sent, is to be sent by another. */
export function isMailDue(claimedAt: string, now: Date): boolean {
  return claimedAt === '' || now.getTime() - Date.parse(claimedAt) >= CLAIM_LASTS_MS;
}
