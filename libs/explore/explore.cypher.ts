import type { EntityRef } from '../platform/entities/entity.js';
import { readQuery } from '../platform/graph/graph.js';

/** Relationships that hold: someone says so, and they have not ended. `to` is the first day no longer. */
const holds = (edge: string) => `${edge}.source IS NOT NULL AND (${edge}.to IS NULL OR ${edge}.to > $today)`;

const refOf = (node: string) =>
  `${node}.key AS key, ${node}.type AS type, ${node}.title AS title, ${node}.url AS url`;

/** An entity with those of the entities asked for that it is linked to. */
export interface SeenRow {
  key: string;
  pointedAt: number;
  nears: string[];
}

export const findGraphNode = readQuery<{ key: string }, EntityRef & { pointedAt: number }>(
  'explore/find-graph-node',
  `MATCH (n:Entity)
   WHERE n.key = $key AND n.hidden IS NULL
   RETURN ${refOf('n')}, COUNT { (n)<--() } AS pointedAt`,
);

// Rows per node rather than per relationship: a walk reads thousands of these, and only keys matter on the way.
export const listPointedAt = readQuery<{ keys: string[]; today: string }, SeenRow>(
  'explore/list-pointed-at',
  `UNWIND $keys AS near
   MATCH (a:Entity {key: near})-[r]->(b:Entity)
   WHERE b.hidden IS NULL AND ${holds('r')}
   WITH b, collect(near) AS nears
   RETURN b.key AS key, nears, COUNT { (b)<--() } AS pointedAt`,
);

export const listPointing = readQuery<{ keys: string[]; today: string }, SeenRow>(
  'explore/list-pointing',
  `UNWIND $keys AS near
   MATCH (a:Entity {key: near})<-[r]-(b:Entity)
   WHERE b.hidden IS NULL AND ${holds('r')}
   WITH b, collect(near) AS nears
   RETURN b.key AS key, nears, COUNT { (b)<--() } AS pointedAt`,
);

/** Keys of what people write sort by the time it was made, so these are the newest. */
export const listNewestPointing = readQuery<
  { key: string; today: string; limit: number },
  Omit<SeenRow, 'nears'>
>(
  'explore/list-newest-pointing',
  `MATCH (a:Entity {key: $key})<-[r]-(b:Entity)
   WHERE b.hidden IS NULL AND ${holds('r')}
   WITH b ORDER BY b.key DESC LIMIT $limit
   RETURN b.key AS key, COUNT { (b)<--() } AS pointedAt`,
);

export interface BetweenRow {
  start: string;
  key: string;
  pointedAt: number;
  goal: string;
}

/** Without an order, so that an engine may stop at the limit: hubs share thousands, of which any will do. */
export const listBetween = readQuery<
  { starts: string[]; goals: string[]; today: string; limit: number },
  BetweenRow
>(
  'explore/list-between',
  `UNWIND $starts AS start
   MATCH (a:Entity {key: start})<-[r]-(m:Entity)-[s]->(b:Entity)
   WHERE b.key IN $goals AND b.key <> start AND m.hidden IS NULL AND ${holds('r')} AND ${holds('s')}
   WITH start, m, b LIMIT $limit
   RETURN start, m.key AS key, b.key AS goal, COUNT { (m)<--() } AS pointedAt`,
);

export interface StepRow {
  from: EntityRef;
  to: EntityRef;
  relation: string;
  role: string | null;
  source: string;
}

/** What the one says of the other, for each pair. */
export const listSteps = readQuery<{ pairs: { from: string; to: string }[]; today: string }, StepRow>(
  'explore/list-steps',
  `UNWIND $pairs AS pair
   MATCH (a:Entity {key: pair.from})-[r]->(b:Entity)
   WHERE b.key = pair.to AND ${holds('r')}
   RETURN {key: a.key, type: a.type, title: a.title, url: a.url} AS from,
          {key: b.key, type: b.type, title: b.title, url: b.url} AS to,
          type(r) AS relation, r.role AS role, r.source AS source`,
);

interface RelationCount {
  relation: string;
  total: number;
}

export const countOutgoing = readQuery<{ key: string; today: string }, RelationCount>(
  'explore/count-outgoing',
  `MATCH (a:Entity {key: $key})-[r]->(b:Entity)
   WHERE b.hidden IS NULL AND ${holds('r')}
   RETURN type(r) AS relation, count(DISTINCT b) AS total ORDER BY relation`,
);

export const countIncoming = readQuery<{ key: string; today: string }, RelationCount>(
  'explore/count-incoming',
  `MATCH (a:Entity {key: $key})<-[r]-(b:Entity)
   WHERE b.hidden IS NULL AND ${holds('r')}
   RETURN type(r) AS relation, count(DISTINCT b) AS total ORDER BY relation`,
);

type NeighbourWindow = { key: string; relation: string; today: string; limit: number };

export const listOutgoingNeighbours = readQuery<NeighbourWindow, EntityRef>(
  'explore/list-outgoing-neighbours',
  `MATCH (a:Entity {key: $key})-[r]->(b:Entity)
   WHERE type(r) = $relation AND b.hidden IS NULL AND ${holds('r')}
   WITH DISTINCT b ORDER BY b.key DESC LIMIT $limit
   RETURN ${refOf('b')}`,
);

export const listIncomingNeighbours = readQuery<NeighbourWindow, EntityRef>(
  'explore/list-incoming-neighbours',
  `MATCH (a:Entity {key: $key})<-[r]-(b:Entity)
   WHERE type(r) = $relation AND b.hidden IS NULL AND ${holds('r')}
   WITH DISTINCT b ORDER BY b.key DESC LIMIT $limit
   RETURN ${refOf('b')}`,
);

/** Entities that everyone may see, of those asked for. */
export const listVisibleEntities = readQuery<{ keys: string[] }, EntityRef>(
  'explore/list-visible-entities',
  `UNWIND $keys AS key
   MATCH (n:Entity {key: key})
   WHERE n.hidden IS NULL
   RETURN ${refOf('n')}`,
);

export interface CaseCardRow {
  id: string;
  title: string;
  url: string;
  lang: string | null;
  summary: string | null;
}

export const listCaseCards = readQuery<{ keys: string[] }, CaseCardRow>(
  'explore/list-case-cards',
  `UNWIND $keys AS key
   MATCH (c:Entity {key: key})
   WHERE c.hidden IS NULL
   RETURN c.id AS id, c.title AS title, c.url AS url, c.lang AS lang, c.summary AS summary`,
);

export const listBroaderThemes = readQuery<{ keys: string[] }, { code: string; broader: string }>(
  'explore/list-broader-themes',
  `UNWIND $keys AS key
   MATCH (n:Entity {key: key})-[:NARROWER_THAN]->(b:Entity)
   RETURN n.code AS code, b.code AS broader`,
);
