import { readQuery, writeQuery } from '../graph/graph.js';
import type { ChainHead } from './audit-chain.js';
import type { AuditEntryRow } from './audit-entry.js';

const FIELDS = `e.seq AS seq, e.at AS at, e.actorKey AS actorKey, e.via AS via, e.action AS action,
          e.targetKey AS targetKey, e.data AS data, e.previousHash AS previousHash, e.hash AS hash`;

/** Holds the end of the chain until the commit, so that entries follow one another. */
export const takeAuditChain = writeQuery<Record<string, never>, { seq: number | null; hash: string | null }>(
  'audit/take-audit-chain',
  `MERGE (c:AuditChain {key: 'chain'})
   SET c.lock = true
   RETURN c.seq AS seq, c.hash AS hash`,
);

export const appendAuditEntry = writeQuery<{ [Name in keyof AuditEntryRow]: AuditEntryRow[Name] }, ChainHead>(
  'audit/append-audit-entry',
  `MATCH (c:AuditChain {key: 'chain'})
   SET c.seq = $seq, c.hash = $hash
   CREATE (e:AuditEntry {seq: $seq, at: $at, actorKey: $actorKey, via: $via, action: $action,
                         targetKey: $targetKey, data: $data, previousHash: $previousHash, hash: $hash})
   RETURN e.seq AS seq, e.hash AS hash`,
);

/** No row before the first entry. */
export const findAuditChain = readQuery<Record<string, never>, ChainHead>(
  'audit/find-audit-chain',
  `MATCH (c:AuditChain {key: 'chain'})
   RETURN c.seq AS seq, c.hash AS hash`,
);

/** Entries within a span of numbers, both ends included, in order. */
export const listAuditEntries = readQuery<{ from: number; to: number }, AuditEntryRow>(
  'audit/list-audit-entries',
  `MATCH (e:AuditEntry)
   WHERE e.seq >= $from AND e.seq <= $to
   RETURN ${FIELDS}
   ORDER BY seq`,
);
