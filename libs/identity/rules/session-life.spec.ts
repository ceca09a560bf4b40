import { describe, expect, it } from '@jest/globals';
import { expiryFrom, isSessionAlive, wantsTouch } from './session-life.js';

const start = new Date('2025-01-01T00:00:00.000Z');
const daysLater = (days: number) => new Date(start.getTime() + days * 86_400_000);

describe('a session', () => {
  const unused = { lastSeenAt: start.toISOString(), expiresAt: expiryFrom(start) };

  it('lives for thirty days without use', () => {
    expect(isSessionAlive(unused, daysLater(29.9))).toBe(true);
    expect(isSessionAlive(unused, daysLater(30))).toBe(false);
  });

  it('ends after ninety days, however often it is used', () => {
    const used = { ...unused, lastSeenAt: daysLater(89).toISOString() };
    expect(isSessionAlive(used, daysLater(89.9))).toBe(true);
    expect(isSessionAlive(used, daysLater(90))).toBe(false);
  });

  it('is marked as seen at most once an hour', () => {
    expect(wantsTouch(unused, daysLater(0.04))).toBe(false);
    expect(wantsTouch(unused, daysLater(0.05))).toBe(true);
  });
});
