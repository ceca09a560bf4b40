import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.js';

/** What an entry may carry besides who, what and on what. No secret, and no address of a person. */
export type AuditData = Record<string, string | number | boolean | string[] | null>;

/** One act, in the order in which it was done. `data` is JSON, as it was hashed. */
export interface AuditEntryRow {
  /** From 1, without gaps. */
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
  /** `person:ID`, or `minga` for Minga itself and whoever runs it. */
  actorKey: string;
  /** How the actor came in: `session`, `token`, `system`, or `visitor` with a link from a mail. */
  via: string;
  /** `room.what-was-done`. */
  action: string;
  /** The key of what it was done to: `person:ID`, `thread:ID`. */
  targetKey: string;
  data: string;
  previousHash: string;
  hash: string;
}

/** What stands before the first entry. */
export const FIRST_HASH = '0'.repeat(64);

const HASHED = ['seq', 'at', 'actorKey', 'via', 'action', 'targetKey', 'data', 'previousHash'] as const;

/** SHA-256 over all that the entry says, and over the hash of the entry before it. */
export function hashOf(entry: Omit<AuditEntryRow, 'hash'>): string {
  const said = JSON.stringify(HASHED.map((name) => entry[name]));
  return createHash('sha256').update(said).digest('hex');
}

export function auditKeyOf({ id }: Pick<Actor, 'id'>): string {
  return id === null ? 'minga' : `person:${id}`;
}
