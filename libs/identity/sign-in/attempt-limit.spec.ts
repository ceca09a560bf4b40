import { beforeEach, describe, expect, it } from '@jest/globals';
import { InProcessBus } from '../../platform/bus/in-process-bus.js';
import { Clock } from '../../platform/clock/clock.js';
import { AttemptLimit, type Place } from './attempt-limit.js';

const ROSA = 'rosa@example.org';
const AMINA = 'amina@example.org';
const MINUTE = 60_000;
const HOME = from('192.0.2.1');
const ELSEWHERE = from('198.51.100.7');
const PHONE = { address: '198.51.100.7', device: 'phone' };

function from(address: string): Place {
  return { address };
}

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

  const failTimes = (account: string, times: number, place = HOME) => {
    for (let attempt = 0; attempt < times; attempt++) limit.begin(account, place);
  };
  const isStopped = (account: string, place = HOME) => {
    try {
      limit.begin(account, place);
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
    for (let attempt = 0; attempt < 5; attempt++) here.begin(ROSA, from('203.0.113.7'));
    await isTold(5);
    expect(() => there.begin(ROSA, from('203.0.113.7'))).toThrow('identity/too-many-attempts');
    there.forgive(ROSA);
    await isTold(6);
    expect(() => here.begin(ROSA, from('203.0.113.7'))).not.toThrow();
    expect(told.join()).not.toContain('rosa');
  });

  it('stops the sixth attempt at one account from one place, and no others', () => {
    failTimes(ROSA, 5);
    expect(() => limit.begin(ROSA, HOME)).toThrow('identity/too-many-attempts');
    expect(isStopped(AMINA)).toBe(false);
    expect(isStopped(ROSA, ELSEWHERE)).toBe(false);
    expect(isStopped(ROSA, { ...HOME, device: 'phone' })).toBe(false);
  });

  it('slows down at one account from very many places, save on devices that it knows', () => {
    let tried = 0;
    for (let place = 0; place < 500; place++) if (!isStopped(ROSA, from(`203.0.113.${place}`))) tried++;
    expect(tried).toBe(20);
    expect(() => limit.begin(ROSA, ELSEWHERE)).toThrow('identity/too-many-attempts');
    expect(isStopped(ROSA, PHONE)).toBe(false);
    expect(isStopped(AMINA, ELSEWHERE)).toBe(false);
    limit.forgive(ROSA);
    expect(isStopped(ROSA, ELSEWHERE)).toBe(false);
  });

  it('counts what is tried on a device that the account knows by itself', () => {
    failTimes(ROSA, 5, PHONE);
    expect(isStopped(ROSA, PHONE)).toBe(true);
    expect(isStopped(ROSA, { ...PHONE, address: '192.0.2.99' })).toBe(true);
    expect(isStopped(ROSA, ELSEWHERE)).toBe(false);
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

  it.each([
    ['one place', () => HOME],
    ['very many places', (minute: number) => from(`203.0.${minute % 200}.${minute % 250}`)],
  ])('allows less than a hundred vain attempts in a day from %s', (_, place) => {
    let attempts = 0;
    for (let minute = 0; minute < 24 * 60; minute++) {
      while (!isStopped(ROSA, place(minute))) attempts++;
      clock.moveBy(MINUTE);
    }
    expect(attempts).toBeLessThan(100);
    expect(attempts).toBeGreaterThan(20);
  });

  it('starts afresh after a success', () => {
    failTimes(ROSA, 5);
    limit.succeed(ROSA, HOME);
    expect(isStopped(ROSA)).toBe(false);
  });

  it('stops an address that tries one account after the other, for a quarter of an hour', () => {
    for (let index = 0; index < 200; index++)
      limit.begin(`person${index}@example.org`, from('2001:db8:1:2::1'));
    const neighbour = from('2001:db8:1:2::ffff');
    expect(() => limit.begin(AMINA, neighbour)).toThrow('platform/too-many-requests');
    expect(isStopped(AMINA, { ...neighbour, device: 'phone' })).toBe(false);
    expect(isStopped(AMINA, ELSEWHERE)).toBe(false);
    clock.moveBy(15 * MINUTE);
    expect(isStopped(ROSA, neighbour)).toBe(false);
  });

  it('lets a training room in, however often each mistypes a password before the right one', () => {
    for (let index = 0; index < 300; index++) {
      failTimes(`person${index}@example.org`, 5);
      limit.succeed(`person${index}@example.org`, HOME);
    }
    expect(isStopped(AMINA)).toBe(false);
  });
});
