import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';

/** The system's clock may stand behind or ahead by this much before anybody is told. */
const TOLERATED_MS = 1000;

/**
 * A clock that leaps ahead is followed when it has stayed there for so long. One that was ahead for a moment would have
 * ended every session, and dated what was written meanwhile in the future for good.
 */
const BELIEVED_AFTER_MS = 30_000;

/**
 * What time it is. One place, so that a test can move it and the demonstration can have a past. It never goes back
 * while the process runs: when somebody sets the system's clock back, it goes on from before at the pace of the
 * machine, so that what happens later is never dated earlier; and so it does for a while when the clock leaps ahead.
 */
@Injectable()
export class Clock {
  private readonly logger = new Logger('clock');
  private latest = { wall: 0, steady: 0 };
  private told = 0;
  private isSetBack = false;
  /** Since when the system's clock has been ahead, and where it stood then. */
  private leap: { wall: number; steady: number } | null = null;
  private readonly pretended = new AsyncLocalStorage<Date>();
  private shift = 0;
  private pretending = 0;

  now(): Date {
    return this.pretended.getStore() ?? new Date(this.steadyNow() + this.shift);
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

  /** By how much the system's clock is behind what was told already; 0 when it is not, or hardly. */
  get setBackMs(): number {
    const behind = this.steadyNow() - Date.now();
    return behind > TOLERATED_MS ? behind : 0;
  }

  /** Moves the clock for everyone, for tests. @param milliseconds negative to go back */
  moveBy(milliseconds: number): void {
    this.shift += milliseconds;
  }

  private steadyNow(): number {
    this.told = Math.max(this.told, this.wallOrSteady());
    return this.told;
  }

  private wallOrSteady(): number {
    const wall = Date.now();
    const steady = performance.now();
    const expected = this.latest.wall + Math.floor(steady - this.latest.steady);
    if (this.latest.wall !== 0 && wall < expected - TOLERATED_MS) return this.whileBehind(wall, expected);
    const isLeap = this.latest.wall !== 0 && !this.isSetBack && wall > expected + TOLERATED_MS;
    if (isLeap && !this.isBelieved(wall, steady, expected)) return expected;
    this.leap = null;
    this.latest = { wall, steady };
    if (this.isSetBack) this.logger.warn('the clock of the system has caught up');
    this.isSetBack = false;
    return wall;
  }

  private whileBehind(wall: number, expected: number): number {
    this.leap = null;
    if (!this.isSetBack) {
      const seconds = Math.round((expected - wall) / 1000);
      this.logger.warn(`the clock of the system was set back by ${seconds} s; times go on from before`);
    }
    this.isSetBack = true;
    return expected;
  }

  /** Whether it leapt to there long ago, and not somewhere else since. */
  private isBelieved(wall: number, steady: number, expected: number): boolean {
    const { leap } = this;
    const isSame = leap && Math.abs(wall - leap.wall - (steady - leap.steady)) <= TOLERATED_MS;
    if (isSame) return steady - leap.steady >= BELIEVED_AFTER_MS;
    this.leap = { wall, steady };
    const seconds = Math.round((wall - expected) / 1000);
    const soon = BELIEVED_AFTER_MS / 1000;
    this.logger.warn(
      `the clock of the system is ahead by ${seconds} s; it is followed when it stays there for ${soon} s`,
    );
    return false;
  }
}
