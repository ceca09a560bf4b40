import { readQuery, writeQuery } from '../graph/graph.js';

export const findSharedSecret = readQuery<{ name: string }, { value: string }>(
  'access/find-shared-secret',
  `MATCH (s:SharedSecret {name: $name})
   RETURN s.value AS value`,
);

/**
 * The secret of that name that all processes on this graph share: the one kept already, or else the one offered. Until
 * the commit, others who take it wait.
 */
export const takeSharedSecret = writeQuery<{ name: string; offered: string }, { value: string }>(
  'access/take-shared-secret',
  `MERGE (s:SharedSecret {name: $name})
   ON CREATE SET s.value = $offered
   SET s.lock = true
   RETURN s.value AS value`,
);
