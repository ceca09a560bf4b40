import { beforeEach, describe, expect, it } from '@jest/globals';
import { InProcessBus } from '../../platform/bus/in-process-bus.js';
import { Clock } from '../../platform/clock/clock.js';
import { AttemptLimit } from './attempt-limit.js';

const ROSA = 'rosa@example.org';
const AMINA = 'amina@example.org';
const MINUTE = 60_000;

const newBus = () =>
  new InProcessBus((error) => {
    throw error;
  });

describe('the limit on guessing a password', () => {
  let clock: Clock;
  let limit: AttemptLimit;

  beforeEach(() => {
    clock = new Clock();
    limit = new AttemptLimit(clock, newBus());
  });

  const failTimes = (account: string, times: number, address?: string) => {
    for (let attempt = 0; attempt < times; attempt++) limit.begin(account, address);
  };
  const isStopped = (account: string, address?: string) => {
    try {
      limit.begin(account, address);
      return false;
    } catch {
      return true;
    }
  };

  it('counts what is tried at other processes, and what succeeds there', async () => {
    const bus = newBus();
    const [here, there] = [new AttemptLimit(clock, bus), new AttemptLimit(clock, bus)];
    await here.onModuleInit();
    await there.onModuleInit();
    // Whoever subscribes last hears last.
    const told: string[] = [];
    await bus.subscribe('identity.attempt', (message) => void told.push(JSON.stringify(message)));
    const isTold = async (messages: number) => {
      while (told.length < messages) await new Promise((resolve) => setImmediate(resolve));
    };
    for (let attempt = 0; attempt < 5; attempt++) here.begin(ROSA, '203.0.113.7');
    await isTold(5);
    expect(() => there.begin(ROSA)).toThrow('identity/too-many-attempts');
    there.forgive(ROSA);
    await isTold(6);
    expect(() => here.begin(ROSA)).not.toThrow();
    expect(told.join()).not.toContain('rosa');
  });

  it('stops the sixth attempt at one account and lets others in', () => {
    failTimes(ROSA, 5);
    expect(() => limit.begin(ROSA)).toThrow('identity/too-many-attempts');
    expect(isStopped(AMINA)).toBe(false);
  });

  it('lets one try again after a while, then after twice as long', () => {
    failTimes(ROSA, 5);
    clock.moveBy(30_000);
    expect(isStopped(ROSA)).toBe(false);
    clock.moveBy(30_000);
    expect(isStopped(ROSA)).toBe(true);
    clock.moveBy(30_000);
    expect(isStopped(ROSA)).toBe(false);
  });

  it('allows less than a hundred vain attempts in a day', () => {
    let attempts = 0;
    for (let minute = 0; minute < 24 * 60; minute++) {
      while (!isStopped(ROSA)) attempts++;
      clock.moveBy(MINUTE);
    }
    expect(attempts).toBeLessThan(100);
    expect(attempts).toBeGreaterThan(20);
  });

  it('starts afresh after a success', () => {
    failTimes(ROSA, 4);
    limit.begin(ROSA);
    limit.forgive(ROSA);
    expect(isStopped(ROSA)).toBe(false);
  });

  it('stops an address that tries one account after the other, for a quarter of an hour', () => {
    for (let index = 0; index < 100; index++) limit.begin(`person${index}@example.org`, '2001:db8:1:2::1');
    expect(() => limit.begin(AMINA, '2001:db8:1:2::ffff')).toThrow('platform/too-many-requests');
    expect(isStopped(AMINA, '192.0.2.7')).toBe(false);
    clock.moveBy(15 * MINUTE);
    expect(isStopped(ROSA, '2001:db8:1:2::ffff')).toBe(false);
  });

  it('does not count what succeeds against an address', () => {
    for (let index = 0; index < 300; index++) {
      limit.begin(ROSA, '192.0.2.7');
      limit.forgive(ROSA, '192.0.2.7');
    }
    expect(isStopped(AMINA, '192.0.2.7')).toBe(false);
  });
});
