import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { BusMessage } from '../bus/bus.js';
import { InProcessBus } from '../bus/in-process-bus.js';
import { type AccessEnding, AccessEndings, isEndedFor } from './access-endings.js';
import type { Actor } from './actor.js';

const amina: Actor = { id: 'amina', name: 'Amina', roles: [], locale: null, via: 'session', scopes: 'all' };
const phone: Actor = { ...amina, sessionId: 'phone' };
const script: Actor = { ...amina, via: 'token', tokenId: 'script' };

describe('an ended access', () => {
  it('of one session ends that session alone', () => {
    expect(isEndedFor({ personId: 'amina', sessionId: 'phone' }, phone)).toBe(true);
    expect(isEndedFor({ personId: 'amina', sessionId: 'desk' }, phone)).toBe(false);
    expect(isEndedFor({ personId: 'amina', sessionId: 'phone' }, script)).toBe(false);
  });

  it('of one token ends that token alone', () => {
    expect(isEndedFor({ personId: 'amina', tokenId: 'script' }, script)).toBe(true);
    expect(isEndedFor({ personId: 'amina', tokenId: 'script' }, phone)).toBe(false);
  });

  it('of a person ends all that they hold, and nothing of others', () => {
    expect([phone, script].map((actor) => isEndedFor({ personId: 'amina' }, actor))).toEqual([true, true]);
    expect(isEndedFor({ personId: 'rosa' }, phone)).toBe(false);
  });
});

/** A bus that takes nothing while it is away. */
class BusWithOutages extends InProcessBus {
  isAway = false;

  override async publish(channel: string, message: BusMessage): Promise<void> {
    if (this.isAway) throw new Error('away');
    await super.publish(channel, message);
  }
}

describe('an ended access that the bus does not take', () => {
  beforeEach(() => {
    Logger.overrideLogger(false);
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is known here at once, and to other processes as soon as the bus is back', async () => {
    const bus = new BusWithOutages((error) => {
      throw error;
    });
    const [here, elsewhere] = [new AccessEndings(bus), new AccessEndings(bus)];
    const [heardHere, heardElsewhere]: AccessEnding[][] = [[], []];
    here.hear((ending) => heardHere?.push(ending));
    elsewhere.hear((ending) => heardElsewhere?.push(ending));
    await here.onModuleInit();
    await elsewhere.onModuleInit();
    bus.isAway = true;
    const ending = { personId: 'amina', sessionId: 'phone' };
    here.announce(ending);
    expect(heardHere).toEqual([ending]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(heardElsewhere).toEqual([]);
    bus.isAway = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(heardElsewhere).toEqual([ending]);
  });
});
