import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

/** How far long work has come. `total` is missing while it is not known. */
export interface Progress {
  step: string;
  done: number;
  total?: number;
}

export type ReportProgress = (progress: Progress) => void;

/**
 * Work that an operator starts from the command line and that may take long: an import, a reindex. It runs inside
 * the process that holds the data, and reports as it goes.
 */
export interface Operation {
  run(args: unknown, report: ReportProgress): Promise<unknown>;
}

export interface OperationOptions {
  /** `room.what`, for example `cases.import`. */
  name: string;
  summary: string;
  args: z.ZodType;
}

export const OPERATION = 'minga:operation';

/** Marks a provider as an {@link Operation}; its arguments are parsed before `run`. */
export function OperatorOperation(options: OperationOptions) {
  return SetMetadata(OPERATION, options);
}
