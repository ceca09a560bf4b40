import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** What time it is. One place, so that a test can move it and the demonstration can have a past. */
@Injectable()
export class Clock {
  private readonly pretended = new AsyncLocalStorage<Date>();
  private shift = 0;
  private pretending = 0;

  now(): Date {
    return this.pretended.getStore() ?? new Date(Date.now() + this.shift);
  }

  /** Whether the work that asks runs at another time; see {@link runAt}. */
  get isPretending(): boolean {
    return this.pretended.getStore() !== undefined;
  }

  /** The time as it is stored: ISO 8601, UTC. */
  iso(): string {
    return this.now().toISOString();
  }

  /** Runs the work, and all that it calls, as if it were another time. */
  async runAt<Result>(time: Date, work: () => Promise<Result>): Promise<Result> {
    this.pretending++;
    try {
      return await this.pretended.run(time, work);
    } finally {
      // Following every promise costs each request a tenth of its time, so it ends with the last pretence.
      if (--this.pretending === 0) this.pretended.disable();
    }
  }

  /** Moves the clock for everyone, for tests. @param milliseconds negative to go back */
  moveBy(milliseconds: number): void {
    this.shift += milliseconds;
  }
}
