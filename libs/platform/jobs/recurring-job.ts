import { SetMetadata } from '@nestjs/common';

export const RECURRING_JOB = 'minga:recurring-job';

export interface RecurringJobOptions {
  /** A sentence in the project's words, for example `remind-of-sessions`. */
  name: string;
  /** Milliseconds between two runs. */
  every: number;
}

/**
 * Marks a provider as work that is done again and again. A run looks up what is due by the clock and marks what it
 * has done in the same transaction, so that a crash or a second process repeats nothing.
 */
export function RecurringJob(options: RecurringJobOptions) {
  return SetMetadata(RECURRING_JOB, options);
}

export interface Job {
  /** @param now the time by the clock, which tests move */
  run(now: Date): Promise<void>;
}
