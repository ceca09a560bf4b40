import { readQuery } from '../graph/graph.js';
import type { EntityRef } from './entity.js';

/** One entity that everyone may see. */
export const findVisibleEntity = readQuery<{ key: string }, EntityRef>(
  'entities/find-visible-entity',
  `MATCH (n:Entity)
   WHERE n.key = $key AND n.hidden IS NULL
   RETURN n.key AS key, n.type AS type, n.title AS title, n.url AS url`,
);

/** How an entity is linked to another, seen from that other: `HAPPENED_IN`, incoming for the country. */
export interface LinkRelation {
  name: string;
  outgoing: boolean;
}

export interface LinkedRow extends EntityRef {
  /** When the newest of the relationships was made. */
  at: string;
  relations: LinkRelation[];
}

interface LinkedWindow extends Record<string, unknown> {
  key: string;
  at: string;
  id: string;
  limit: number;
}

function linkedEntities(condition: string): string {
  return `MATCH (n:Entity {key: $key})-[r]-(x:Entity)
   WHERE ${condition}
   WITH x, max(coalesce(r.at, '0000')) AS at,
        collect(DISTINCT {name: type(r), outgoing: startNode(r) = n}) AS relations
   WHERE at <= $at AND (at < $at OR x.key < $id)
   RETURN x.key AS key, x.type AS type, x.title AS title, x.url AS url, at, relations
   ORDER BY at DESC, key DESC LIMIT $limit`;
}

/** What is linked to an entity by any relationship, the newest first. */
export const listLinked = readQuery<LinkedWindow, LinkedRow>(
  'entities/list-linked',
  linkedEntities('x.hidden IS NULL'),
);

export const listLinkedOfType = readQuery<LinkedWindow & { type: string }, LinkedRow>(
  'entities/list-linked-of-type',
  linkedEntities('x.hidden IS NULL AND x.type = $type'),
);

export const countLinked = readQuery<{ key: string }, { type: string; count: number }>(
  'entities/count-linked',
  `MATCH (n:Entity {key: $key})-[r]-(x:Entity)
   WHERE x.hidden IS NULL
   RETURN x.type AS type, count(DISTINCT x) AS count ORDER BY type`,
);

/** What entities are called now; those that are hidden or not there are left out. */
export const listVisibleTitles = readQuery<{ keys: string[] }, { key: string; title: string }>(
  'entities/list-visible-titles',
  `UNWIND $keys AS key
   MATCH (n:Entity)
   WHERE n.key = key AND n.hidden IS NULL
   RETURN n.key AS key, n.title AS title ORDER BY key`,
);
