import { describe, expect, it } from '@jest/globals';
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
