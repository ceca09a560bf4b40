import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DomainError } from '../../platform/errors/domain-error.js';

const MOST_FAILURES = 10;
const WINDOW_MS = 15 * 60_000;
const MOST_ACCOUNTS = 20_000;

/**
 * Stops guessing at one account, from however many addresses. Counted per process and for unknown accounts too, so
 * that being stopped says nothing about whether an account exists.
 */
@Injectable()
export class AttemptLimit {
  private readonly failures = new LRUCache<string, { count: number; until: number }>({
    max: MOST_ACCOUNTS,
    ttl: WINDOW_MS,
    noUpdateTTL: true,
  });

  /**
   * Counts an attempt as failed before it is made, so that many at once cannot slip through.
   * @throws {DomainError} `identity/too-many-attempts`
   */
  begin(account: string): void {
    const known = this.failures.get(account) ?? { count: 0, until: Date.now() + WINDOW_MS };
    if (known.count >= MOST_FAILURES) {
      const minutes = Math.max(1, Math.ceil((known.until - Date.now()) / 60_000));
      throw new DomainError('too-many', 'identity/too-many-attempts', { minutes });
    }
    this.failures.set(account, { ...known, count: known.count + 1 });
  }

  /** The attempt succeeded after all. */
  forgive(account: string): void {
    this.failures.delete(account);
  }
}
