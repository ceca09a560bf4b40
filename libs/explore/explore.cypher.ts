import type { EntityRef } from '../platform/entities/entity.js';
import { readQuery } from '../platform/graph/graph.js';

/** Relationships that hold: someone says so, and they have not ended. `to` is the first day no longer. */
const holds = (edge: string) => `${edge}.source IS NOT NULL AND (${edge}.to IS NULL OR ${edge}.to > $today)`;

const refOf = (node: string) =>
  `${node}.key AS key, ${node}.type AS type, ${node}.title AS title, ${node}.url AS url`;

const edgeOf = (edge: string) => `type(${edge}) AS relation, ${edge}.role AS role, ${edge}.source AS source`;

export interface EdgeRow extends EntityRef {
  /** The entity that was asked for; the rest of the row is what lies at the other end. */
  near: string;
  relation: string;
  role: string | null;
  source: string;
  pointedAt: number;
}

export const findGraphNode = readQuery<{ key: string }, EntityRef & { pointedAt: number }>(
  'explore/find-graph-node',
  `MATCH (n:Entity)
   WHERE n.key = $key AND n.hidden IS NULL
   RETURN ${refOf('n')}, COUNT { (n)<--() } AS pointedAt`,
);

export const listOutgoingEdges = readQuery<{ keys: string[]; today: string }, EdgeRow>(
  'explore/list-outgoing-edges',
  `UNWIND $keys AS near
   MATCH (a:Entity {key: near})-[r]->(b:Entity)
   WHERE b.hidden IS NULL AND ${holds('r')}
   RETURN near, ${edgeOf('r')}, ${refOf('b')}, COUNT { (b)<--() } AS pointedAt`,
);

export const listIncomingEdges = readQuery<{ keys: string[]; today: string }, EdgeRow>(
  'explore/list-incoming-edges',
  `UNWIND $keys AS near
   MATCH (a:Entity {key: near})<-[r]-(b:Entity)
   WHERE b.hidden IS NULL AND ${holds('r')}
   RETURN near, ${edgeOf('r')}, ${refOf('b')}, COUNT { (b)<--() } AS pointedAt`,
);

/** Keys of what people write sort by the time it was made, so these are the newest. */
export const listNewestIncomingEdges = readQuery<{ key: string; today: string; limit: number }, EdgeRow>(
  'explore/list-newest-incoming-edges',
  `MATCH (a:Entity {key: $key})<-[r]-(b:Entity)
   WHERE b.hidden IS NULL AND ${holds('r')}
   WITH a, r, b ORDER BY b.key DESC LIMIT $limit
   RETURN a.key AS near, ${edgeOf('r')}, ${refOf('b')}, COUNT { (b)<--() } AS pointedAt`,
);

export interface BetweenRow extends EntityRef {
  pointedAt: number;
  start: string;
  startRelation: string;
  startRole: string | null;
  startSource: string;
  end: string;
  endRelation: string;
  endRole: string | null;
  endSource: string;
}

/** Without an order, so that an engine may stop at the limit: hubs share thousands, of which any will do. */
export const listBetween = readQuery<
  { starts: string[]; ends: string[]; today: string; limit: number },
  BetweenRow
>(
  'explore/list-between',
  `UNWIND $starts AS start
   MATCH (a:Entity {key: start})<-[r]-(m:Entity)-[s]->(b:Entity)
   WHERE b.key IN $ends AND b.key <> start AND m.hidden IS NULL AND ${holds('r')} AND ${holds('s')}
   RETURN start, type(r) AS startRelation, r.role AS startRole, r.source AS startSource,
          b.key AS end, type(s) AS endRelation, s.role AS endRole, s.source AS endSource,
          ${refOf('m')}, COUNT { (m)<--() } AS pointedAt LIMIT $limit`,
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
