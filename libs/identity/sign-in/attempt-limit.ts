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

/** So many vain attempts are free, then each must wait twice as long as the one before. */
const FREE_FROM_ONE_PLACE = 5;
/** At one account from all places that it does not know. */
const FREE_FROM_ALL_PLACES = 20;
const FIRST_WAIT_MS = 30_000;
/** Leaves less than a hundred attempts a day, as NIST SP 800-63B asks. */
const LONGEST_WAIT_MS = 20 * MINUTE;

/** From one address, at whatever accounts. A school or a training room shares one; whoever gets in at last counts no more. */
const MOST_FROM_ADDRESS = 200;
const ADDRESS_WINDOW_MS = 15 * MINUTE;

const MOST_REMEMBERED = 20_000;

const CHANNEL = 'identity.attempt';

/** Where somebody tries to sign in. */
export interface Place {
  /** Of the network; empty when that is not known. */
  address: string;
  /** Set for a device on which this account has signed in before, and for a session: see `device-cookie.ts`. */
  device?: string | null;
}

/** What one process tells the others. The account is a hash: an e-mail address leaves this room nowhere. */
interface Attempt {
  process: string;
  account: string;
  /** Group of addresses. */
  address: string;
  device: string;
  outcome: 'failed' | 'succeeded' | 'forgiven';
}

interface Failures {
  count: number;
  /** No attempt before, in milliseconds; for addresses: when they are forgotten. */
  until: number;
}

/**
 * Slows guessing down without shutting owners out: vain attempts are counted by account and place, so that what others try
 * elsewhere costs an owner nothing. Besides, they are counted by account over all places that it does not know, and by
 * address over all accounts; neither touches a device on which the account has signed in before, nor sessions that are
 * open. Unknown accounts are counted too, so that being stopped says nothing about whether an account exists. Processes
 * tell one another through the bus what they count; what is counted is forgotten when the last of them ends.
 */
@Injectable()
export class AttemptLimit implements OnModuleInit {
  private readonly logger = new Logger('sign-in');
  private readonly process = newId();
  /** By account and place. */
  private readonly pairs = new LRUCache<string, Failures>({ max: MOST_REMEMBERED, ttl: DAY });
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
   * @throws {DomainError} `identity/too-many-attempts`, `platform/too-many-requests`
   */
  begin(account: string, place: Place): void {
    const now = this.clock.now().getTime();
    const attempt = this.attempt(account, place, 'failed');
    if (!attempt.device) this.requireUnknownMayTry(attempt, now);
    this.requireWaited(this.pairs.get(pairOf(attempt)), now);
    this.count(attempt);
    this.tell(attempt);
  }

  /** The attempt succeeded after all, and what failed here before it was the owner's. */
  succeed(account: string, place: Place): void {
    const attempt = this.attempt(account, place, 'succeeded');
    this.count(attempt);
    this.tell(attempt);
  }

  /** The account has a new password: nothing that was tried at it counts any more, wherever it was. */
  forgive(account: string): void {
    const attempt = this.attempt(account, { address: '' }, 'forgiven');
    this.count(attempt);
    this.tell(attempt);
  }

  private requireUnknownMayTry({ account, address }: Attempt, now: number): void {
    const from = this.fromAddress(address, now);
    if (from.count >= MOST_FROM_ADDRESS) throw tooMany('platform/too-many-requests', from.until - now);
    this.requireWaited(this.accounts.get(account), now);
  }

  private requireWaited(failures: Failures | undefined, now: number): void {
    if (failures && failures.until > now) throw tooMany('identity/too-many-attempts', failures.until - now);
  }

  private attempt(account: string, { address, device }: Place, outcome: Attempt['outcome']): Attempt {
    const hash = createHash('sha256').update(account).digest('base64url');
    const group = address && addressGroup(address);
    return { process: this.process, account: hash, address: group, device: device ?? '', outcome };
  }

  private count(attempt: Attempt): void {
    if (attempt.outcome === 'failed') this.countFailure(attempt);
    else if (attempt.outcome === 'succeeded') this.takeBack(attempt);
    else this.forget(attempt.account);
  }

  private countFailure(attempt: Attempt): void {
    const now = this.clock.now().getTime();
    addFailure(this.pairs, pairOf(attempt), FREE_FROM_ONE_PLACE, now);
    if (attempt.device) return;
    addFailure(this.accounts, attempt.account, FREE_FROM_ALL_PLACES, now);
    const { address } = attempt;
    const from = this.fromAddress(address, now);
    if (address) this.addresses.set(address, { ...from, count: from.count + 1 });
  }

  private takeBack(attempt: Attempt): void {
    const { account, address, device } = attempt;
    const failed = this.pairs.get(pairOf(attempt))?.count ?? 0;
    this.pairs.delete(pairOf(attempt));
    if (device) return;
    takeAway(this.accounts, account, failed);
    takeAway(this.addresses, address, failed);
  }

  private forget(account: string): void {
    this.accounts.delete(account);
    for (const pair of [...this.pairs.keys()]) if (pair.startsWith(`${account} `)) this.pairs.delete(pair);
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

/** A device that an account knows counts as one place, wherever it is carried. */
function pairOf({ account, address, device }: Attempt): string {
  return `${account} ${device ? `device ${device}` : address}`;
}

function addFailure(failures: LRUCache<string, Failures>, key: string, free: number, now: number): void {
  const count = (failures.get(key)?.count ?? 0) + 1;
  failures.set(key, { count, until: now + waitAfter(count, free) });
}

function takeAway(failures: LRUCache<string, Failures>, key: string, times: number): void {
  const known = failures.get(key);
  if (!known) return;
  const count = known.count - times;
  if (count > 0) failures.set(key, { ...known, count });
  else failures.delete(key);
}

function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - free), LONGEST_WAIT_MS);
}

function tooMany(code: string, waitMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new DomainError('too-many', code, { seconds, minutes: Math.ceil(seconds / 60) });
}
