import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Bus } from '../../platform/bus/bus.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { addressGroup } from '../../platform/http/address-group.js';
import { newId } from '../../platform/ids/new-id.js';

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

const CHANNEL = 'identity.attempt';

/** What one process tells the others. The account is a hash: an e-mail address leaves this room nowhere. */
interface Attempt {
  process: string;
  account: string;
  address: string;
  succeeded: boolean;
}

interface Failures {
  count: number;
  /** No attempt before, in milliseconds; for addresses: when they are forgotten. */
  until: number;
}

/**
 * Slows guessing down, at one account from however many addresses and from one address at however many accounts. It
 * counts for unknown accounts too, so that being stopped says nothing about whether an account exists. Nobody is locked
 * out for good: choosing a new password by mail ends the wait. Processes tell one another through the bus what they count; what
 * is counted is forgotten when the last of them ends.
 */
@Injectable()
export class AttemptLimit implements OnModuleInit {
  private readonly logger = new Logger('sign-in');
  private readonly process = newId();
  private readonly accounts = new LRUCache<string, Failures>({ max: MOST_REMEMBERED, ttl: DAY });
  private readonly addresses = new LRUCache<string, Failures>({ max: MOST_REMEMBERED, ttl: DAY });

  constructor(
    private readonly clock: Clock,
    private readonly bus: Bus,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.bus.subscribe(CHANNEL, (message) => this.hear(message as unknown as Attempt));
  }

  /**
   * Counts an attempt as failed before it is made, so that many at once cannot slip through.
   * @param address where it comes from; empty when that is not known
   * @throws {DomainError} `identity/too-many-attempts`, `platform/too-many-requests`
   */
  begin(account: string, address = ''): void {
    const now = this.clock.now().getTime();
    const attempt = this.attempt(account, address, false);
    const from = this.fromAddress(attempt.address, now);
    if (from.count >= MOST_FROM_ADDRESS) throw tooMany('platform/too-many-requests', from.until - now);
    const { until } = this.accounts.get(attempt.account) ?? { until: 0 };
    if (until > now) throw tooMany('identity/too-many-attempts', until - now);
    this.count(attempt);
    this.tell(attempt);
  }

  /** The attempt succeeded after all. What else failed from the address still counts. */
  forgive(account: string, address = ''): void {
    const attempt = this.attempt(account, address, true);
    this.count(attempt);
    this.tell(attempt);
  }

  private attempt(account: string, address: string, succeeded: boolean): Attempt {
    const hash = createHash('sha256').update(account).digest('base64url');
    return { process: this.process, account: hash, address: address && addressGroup(address), succeeded };
  }

  private count({ account, address, succeeded }: Attempt): void {
    const now = this.clock.now().getTime();
    const from = this.fromAddress(address, now);
    if (succeeded) this.accounts.delete(account);
    else {
      const count = (this.accounts.get(account)?.count ?? 0) + 1;
      this.accounts.set(account, { count, until: now + waitAfter(count) });
    }
    const count = Math.max(0, from.count + (succeeded ? -1 : 1));
    if (address) this.addresses.set(address, { ...from, count });
  }

  private hear(attempt: Attempt): void {
    if (attempt.process !== this.process) this.count(attempt);
  }

  private tell(attempt: Attempt): void {
    this.bus.publish(CHANNEL, { ...attempt }).catch((error: unknown) => {
      this.logger.warn(`other processes were not told of an attempt: ${String(error)}`);
    });
  }

  private fromAddress(address: string, now: number): Failures {
    const known = address ? this.addresses.get(address) : undefined;
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
