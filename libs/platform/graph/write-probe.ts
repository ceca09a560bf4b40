import { writeQuery } from './graph.js';

/** Changes one node that means nothing, to learn whether anything can be written. */
export const probeWrite = writeQuery<{ at: string }, { id: string }>(
  'platform/probe-write',
  `MERGE (p:WriteProbe {id: 'probe'})
   SET p.at = $at
   RETURN p.id AS id`,
);
