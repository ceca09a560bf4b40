import { describe, expect, it, jest } from '@jest/globals';
import { Clock } from './clock.js';

describe('the clock', () => {
  it('tells another time only to the work that runs at it', async () => {
    const clock = new Clock();
    const then = new Date('2015-09-25T10:00:00.000Z');
    const inside = await clock.runAt(then, async () => {
      await Promise.resolve();
      return clock.iso();
    });
    expect(inside).toBe('2015-09-25T10:00:00.000Z');
    expect(clock.now().getTime()).toBeGreaterThan(then.getTime());
  });

  it('can be moved for everyone', () => {
    const clock = new Clock();
    const before = clock.now().getTime();
    clock.moveBy(86_400_000);
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(86_400_000);
  });
});

describe('the clock of the system, set back', () => {
  it('is not followed: times go on from before, and are right again when it has caught up', () => {
    jest.useFakeTimers({ now: new Date('2026-05-01T12:00:00Z') });
    const clock = new Clock();
    expect(clock.iso()).toBe('2026-05-01T12:00:00.000Z');
    jest.setSystemTime(new Date('2026-05-01T11:00:00Z'));
    expect(clock.iso()).toBe('2026-05-01T12:00:00.000Z');
    expect(clock.setBackMs).toBe(3_600_000);
    jest.advanceTimersByTime(60_000);
    expect(clock.iso()).toBe('2026-05-01T12:01:00.000Z');
    jest.setSystemTime(new Date('2026-05-01T12:30:00Z'));
    expect([clock.iso(), clock.setBackMs]).toEqual(['2026-05-01T12:30:00.000Z', 0]);
    jest.useRealTimers();
  });
});

describe('the clock of the system, ahead', () => {
  const DAYS_MS = 86_400_000;

  it('is not followed for a moment: what is written meanwhile is not dated in the future', () => {
    jest.useFakeTimers({ now: new Date('2026-05-01T12:00:00Z') });
    const clock = new Clock();
    clock.now();
    jest.advanceTimersByTime(1_000);
    jest.setSystemTime(Date.now() + 40 * DAYS_MS);
    expect(clock.iso()).toBe('2026-05-01T12:00:01.000Z');
    jest.advanceTimersByTime(500);
    expect(clock.iso()).toBe('2026-05-01T12:00:01.500Z');
    jest.setSystemTime(Date.now() - 40 * DAYS_MS);
    jest.advanceTimersByTime(500);
    expect([clock.iso(), clock.setBackMs]).toEqual(['2026-05-01T12:00:02.000Z', 0]);
    jest.useRealTimers();
  });

  it('is followed when it stays there, as after a sleep of the machine', () => {
    jest.useFakeTimers({ now: new Date('2026-05-01T12:00:00Z') });
    const clock = new Clock();
    clock.now();
    jest.setSystemTime(new Date('2026-05-01T15:00:00Z'));
    expect(clock.iso()).toBe('2026-05-01T12:00:00.000Z');
    jest.advanceTimersByTime(29_000);
    expect(clock.iso()).toBe('2026-05-01T12:00:29.000Z');
    jest.advanceTimersByTime(1_000);
    expect(clock.iso()).toBe('2026-05-01T15:00:30.000Z');
    jest.useRealTimers();
  });
});
