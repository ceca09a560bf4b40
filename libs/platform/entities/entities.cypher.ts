import { readQuery } from '../graph/graph.js';
import type { EntityRef } from './entity.js';

/** One entity that everyone may see. */
export const findVisibleEntity = readQuery<{ key: string }, EntityRef>(
  'entities/find-visible-entity',
  `MATCH (n:Entity)
   WHERE n.key = $key AND n.hidden IS NULL
   RETURN n.key AS key, n.type AS type, n.title AS title, n.url AS url`,
);
