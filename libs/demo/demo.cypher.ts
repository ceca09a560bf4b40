import { readQuery, writeQuery } from '../platform/graph/graph.js';

/** How far the demonstration is: being loaded, loaded, or removed, and then never loaded again by itself. */
export type DemoStatus = 'loading' | 'loaded' | 'removed';

export const findDemoLoad = readQuery<Record<string, never>, { status: DemoStatus }>(
  'demo/find-demo-load',
  "MATCH (d:DemoLoad {id: 'demo'}) RETURN d.status AS status",
);

export const recordDemoLoad = writeQuery<{ status: DemoStatus; at: string }, { id: string }>(
  'demo/record-demo-load',
  "MERGE (d:DemoLoad {id: 'demo'}) SET d.status = $status, d.at = $at RETURN d.id AS id",
);

export const recordDemoItems = writeQuery<{ keys: string[]; madeAt: string }, { recorded: number }>(
  'demo/record-demo-items',
  `UNWIND $keys AS key
   MERGE (i:DemoItem {key: key})
   SET i.madeAt = $madeAt
   RETURN count(i) AS recorded`,
);

export const listDemoItems = readQuery<Record<string, never>, { key: string }>(
  'demo/list-demo-items',
  'MATCH (i:DemoItem) RETURN i.key AS key ORDER BY key',
);

export const forgetDemoItems = writeQuery<{ keys: string[] }, { forgotten: number }>(
  'demo/forget-demo-items',
  `UNWIND $keys AS key
   MATCH (i:DemoItem {key: key})
   DETACH DELETE i
   RETURN count(*) AS forgotten`,
);

/** Whether anybody is there yet: the demonstration goes into an empty community only. */
export const findAnyPerson = readQuery<Record<string, never>, { found: number }>(
  'demo/find-any-person',
  'MATCH (p:Person) WITH p LIMIT 1 RETURN count(p) AS found',
);
