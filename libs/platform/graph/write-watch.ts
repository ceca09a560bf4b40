import { Logger } from '@nestjs/common';
import { type DomainError, unavailable } from '../errors/domain-error.js';

const TRY_AGAIN_MS = 1000;

/**
 * Knows whether the graph takes writes. Once one could not be kept, it tries again by itself every second, and says
 * in the log when it began and when it was over.
 */
export class WriteWatch {
  private readonly logger = new Logger('graph');
  private trouble: string | null = null;
  private timer: NodeJS.Timeout | null = null;
  private ended = false;

  /** @param tryToWrite keeps something; throws as long as nothing can be kept */
  constructor(private readonly tryToWrite: () => Promise<void>) {}

  /** Why nothing is kept at present; null when all is well. */
  get refusal(): string | null {
    return this.trouble;
  }

  /** Notes that a write could not be kept. @returns what to tell the writer */
  readonly failed = (error: unknown): DomainError => {
    const why = messageOf(error);
    if (this.trouble === null) this.logger.error(`nothing can be written, reading goes on: ${why}`);
    this.trouble = why;
    this.tryAgainSoon();
    return unavailable('graph/cannot-write', error);
  };

  close(): void {
    this.ended = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private tryAgainSoon(): void {
    if (this.timer || this.ended) return;
    this.timer = setTimeout(() => void this.tryAgain(), TRY_AGAIN_MS);
    this.timer.unref();
  }

  private async tryAgain(): Promise<void> {
    try {
      await this.tryToWrite();
      if (this.trouble !== null) this.logger.warn('writing works again');
      this.trouble = null;
      this.timer = null;
    } catch (error) {
      this.trouble = messageOf(error);
      this.timer = null;
      this.tryAgainSoon();
    }
  }
}

function messageOf(error: unknown): string {
  return String((error as { message?: unknown } | null)?.message ?? error);
}
