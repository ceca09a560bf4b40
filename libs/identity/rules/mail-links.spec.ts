import { describe, expect, it } from '@jest/globals';
import {
  type KeptLink,
  linkExpiryFrom,
  linksToClear,
  type MailLinkPurpose,
  waitForLink,
} from './mail-links.js';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const MINUTE = 60_000;

const sent = (minutesAgo: number, purpose: MailLinkPurpose): KeptLink => ({
  tokenHash: String(minutesAgo),
  expiresAt: linkExpiryFrom(new Date(NOW.getTime() - minutesAgo * MINUTE), purpose),
});

describe('links by mail', () => {
  it.each(['reset-password', 'verify-email'] as const)(
    'for %s come five times an hour at most',
    (purpose) => {
      const links = [50, 40, 30, 20].map((minutes) => sent(minutes, purpose));
      expect(waitForLink(links, purpose, NOW)).toBe(0);
      expect(waitForLink([...links, sent(10, purpose)], purpose, NOW)).toBe(10 * MINUTE);
      expect(waitForLink([...links, sent(70, purpose)], purpose, NOW)).toBe(0);
      expect(waitForLink([], purpose, NOW)).toBe(0);
    },
  );

  it('leave whoever must wait one that works', () => {
    const links = [59, 58, 57, 56, 55].map((minutes) => sent(minutes, 'reset-password'));
    expect(waitForLink(links, 'reset-password', NOW)).toBe(MINUTE);
    expect(linksToClear(links.slice(0, 4), NOW)).toEqual([]);
  });

  it('are cleared away when they have run out, and kept to the newest five with the one being made', () => {
    const links = [1, 200, 3000, 4000, 5000, 20_000].map((minutes) => sent(minutes, 'verify-email'));
    expect(linksToClear(links, NOW).map(({ tokenHash }) => tokenHash)).toEqual(['5000', '20000']);
  });
});
