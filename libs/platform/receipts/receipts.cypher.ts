import { readQuery, writeQuery } from '../graph/graph.js';

/**
 * Takes the receipt of a request, or begins one. Whoever sends the same at the same moment waits here until the first is
 * committed, and finds its answer.
 */
export const takeReceipt = writeQuery<{ key: string; at: string }, { answer: string | null }>(
  'receipts/take-receipt',
  `MERGE (r:Receipt {key: $key})
   ON CREATE SET r.at = $at
   SET r.lock = true
   RETURN r.answer AS answer`,
);

export const keepAnswer = writeQuery<{ key: string; answer: string }, { key: string }>(
  'receipts/keep-answer',
  `MATCH (r:Receipt {key: $key})
   SET r.answer = $answer
   RETURN r.key AS key`,
);

/** The answer to a request that came since then; no row when there was none. */
export const findReceipt = readQuery<{ key: string; since: string }, { answer: string | null }>(
  'receipts/find-receipt',
  `MATCH (r:Receipt)
   WHERE r.key = $key AND r.at >= $since
   RETURN r.answer AS answer`,
);

export const forgetReceipts = writeQuery<{ before: string; limit: number }, { forgotten: number }>(
  'receipts/forget-receipts',
  `MATCH (r:Receipt)
   WHERE r.at < $before
   WITH r LIMIT $limit
   DETACH DELETE r
   RETURN count(*) AS forgotten`,
);
