import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { addressGroup } from '../../platform/http/address-group.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** At one account: so many vain attempts are free, then each must wait twice as long as the one before. */
const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 30_000;
/** Leaves less than a hundred attempts a day, as NIST SP 800-63B asks. */
const LONGEST_WAIT_MS = 20 * MINUTE;

/** From one address, at whatever accounts. A school or a café shares one. */
const MOST_FROM_ADDRESS = 100;
const ADDRESS_WINDOW_MS = 15 * MINUTE;

const MOST_REMEMBERED = 20_000;

interface Failures {
  count: number;
  /** No attempt before, in milliseconds; for addresses: when they are forgotten. */
  until: number;
}

/**
 * Slows guessing down, at one account from however many addresses and from one address at however many accounts. It
 * counts for unknown accounts too, so that being stopped says nothing about whether an account exists. Nobody is locked
 * out for good: choosing a new password by mail ends the wait. Counted per process.
 */
@Injectable()
export class AttemptLimit {
  private readonly accounts = new LRUCache<string, Failures>({ max: MOST_REMEMBERED, ttl: DAY });
  private readonly addresses = new LRUCache<string, Failures>({ max: MOST_REMEMBERED, ttl: DAY });

  constructor(private readonly clock: Clock) {}

  /**
   * Counts an attempt as failed before it is made, so that many at once cannot slip through.
   * @param address where it comes from; empty when that is not known
   * @throws {DomainError} `identity/too-many-attempts`, `platform/too-many-requests`
   */
  begin(account: string, address = ''): void {
    const now = this.clock.now().getTime();
    const from = this.fromAddress(address, now);
    if (from.count >= MOST_FROM_ADDRESS) throw tooMany('platform/too-many-requests', from.until - now);
    const { count, until } = this.accounts.get(account) ?? { count: 0, until: 0 };
    if (until > now) throw tooMany('identity/too-many-attempts', until - now);
    this.accounts.set(account, { count: count + 1, until: now + waitAfter(count + 1) });
    if (address) this.addresses.set(addressGroup(address), { ...from, count: from.count + 1 });
  }

  /** The attempt succeeded after all. What else failed from the address still counts. */
  forgive(account: string, address = ''): void {
    this.accounts.delete(account);
    const from = this.fromAddress(address, this.clock.now().getTime());
    if (from.count > 0) this.addresses.set(addressGroup(address), { ...from, count: from.count - 1 });
  }

  private fromAddress(address: string, now: number): Failures {
    const known = address ? this.addresses.get(addressGroup(address)) : undefined;
    return known && known.until > now ? known : { count: 0, until: now + ADDRESS_WINDOW_MS };
  }
}

function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_MS);
}

function tooMany(code: string, waitMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new DomainError('too-many', code, { seconds, minutes: Math.ceil(seconds / 60) });
}
