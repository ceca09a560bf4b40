import { type AuditEntryRow, FIRST_HASH, hashOf } from './audit-entry.js';

/** The last entry, as the chain remembers it. */
export interface ChainHead {
  seq: number;
  hash: string;
}

export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: FIRST_HASH };

/**
 * What is wrong with the first entry that is not as it was written: it is `missing`, its text was `changed`, it does
 * not follow the one before (`unlinked`), or the chain ends elsewhere than it remembers (`cut`).
 */
export interface ChainBreak {
  seq: number;
  reason: 'missing' | 'changed' | 'unlinked' | 'cut' | 'not-as-witnessed';
}

/**
 * Walks on from a sound entry.
 * @param entries those that follow it, in order
 * @returns the last sound entry, or the first that is not
 */
export function followChain(from: ChainHead, entries: AuditEntryRow[]): ChainHead | ChainBreak {
  let { seq, hash } = from;
  for (const entry of entries) {
    seq += 1;
    if (entry.seq !== seq) return { seq, reason: 'missing' };
    if (entry.hash !== hashOf(entry)) return { seq, reason: 'changed' };
    if (entry.previousHash !== hash) return { seq, reason: 'unlinked' };
    hash = entry.hash;
  }
  return { seq, hash };
}

export function isBreak(found: ChainHead | ChainBreak): found is ChainBreak {
  return 'reason' in found;
}
