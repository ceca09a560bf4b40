import { Logger } from '@nestjs/common';

/** A sync that takes longer makes every writer wait for more than they should notice. */
const SLOW_MS = 500;
const LOOK_AGAIN_MS = 1000;

/** Knows whether the disk keeps up, says so in the log, and looks again by itself while it does not. */
export class DiskPace {
  private readonly logger = new Logger('graph');
  private latestMs = 0;
  private timer: NodeJS.Timeout | null = null;

  /** @param sync writes to the disk, and ends in {@link note} */
  constructor(private readonly sync: () => Promise<void>) {}

  /** How long the latest sync took, when that was too long; null when it was not. */
  get slowMs(): number | null {
    return this.latestMs >= SLOW_MS ? Math.round(this.latestMs) : null;
  }

  note(milliseconds: number): void {
    const wasSlow = this.slowMs !== null;
    this.latestMs = milliseconds;
    if (this.slowMs !== null && !wasSlow) this.logger.warn(`the disk is slow: a sync took ${this.slowMs} ms`);
    if (this.slowMs === null && wasSlow) this.logger.warn('the disk keeps up again');
    if (this.slowMs !== null) this.lookAgainSoon();
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private lookAgainSoon(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      // A sync that fails is the business of the next writer.
      this.sync().catch(() => undefined);
    }, LOOK_AGAIN_MS);
    this.timer.unref();
  }
}
