import { describe, expect, it } from '@jest/globals';
import { expiryFrom, isSessionAlive, sessionLimits, wantsTouch } from './session-life.js';

const start = new Date('2025-01-01T00:00:00.000Z');
const daysLater = (days: number) => new Date(start.getTime() + days * 86_400_000);
const limits = sessionLimits({ idle: 14, max: 30 });

describe('a session', () => {
  const unused = { lastSeenAt: start.toISOString(), expiresAt: expiryFrom(start, limits) };

  it('lives for the idle time without use', () => {
    expect(isSessionAlive(unused, daysLater(13.9), limits)).toBe(true);
    expect(isSessionAlive(unused, daysLater(14), limits)).toBe(false);
  });

  it('ends after its longest time, however often it is used', () => {
    const used = { ...unused, lastSeenAt: daysLater(29).toISOString() };
    expect(isSessionAlive(used, daysLater(29.9), limits)).toBe(true);
    expect(isSessionAlive(used, daysLater(30), limits)).toBe(false);
  });

  it('is marked as seen at most once an hour', () => {
    expect(wantsTouch(unused.lastSeenAt, daysLater(0.04), limits)).toBe(false);
    expect(wantsTouch(unused.lastSeenAt, daysLater(0.05), limits)).toBe(true);
    expect(wantsTouch(null, start, limits)).toBe(true);
  });

  it('that is short is marked often enough to live on while it is used', () => {
    const short = sessionLimits({ idle: 0.02, max: 1 });
    expect(wantsTouch(unused.lastSeenAt, daysLater(0.006), short)).toBe(true);
  });
});
