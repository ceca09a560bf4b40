import { isRetryableError, Neo4jError } from 'neo4j-driver';
import { unavailable } from '../errors/domain-error.js';
import { UniquenessViolation } from './graph-errors.js';

const CONSTRAINT_VIOLATED = 'Neo.ClientError.Schema.ConstraintValidationFailed';

const UNREACHABLE = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Cluster.NotALeader',
]);

/** The errors that callers know by name; every other one stays what it was. */
export function toGraphError(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (error.code === CONSTRAINT_VIOLATED) return new UniquenessViolation(error.message, { cause: error });
  const poolExhausted = error.message.startsWith('Connection acquisition timed out');
  return UNREACHABLE.has(error.code) || poolExhausted ? unavailable('graph/unavailable', error) : error;
}

/** Runs `work` with its errors translated by {@link toGraphError}. */
export async function withGraphErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toGraphError(error);
  }
}

/** Whether it failed because another session did something of the kind at the same time: a deadlock, or the same index. */
export function isOfAnother(error: unknown): boolean {
  if (!(error instanceof Neo4jError)) return false;
  return isRetryableError(error) || /^Neo\.ClientError\.Schema\..*AlreadyExists$/.test(error.code);
}
