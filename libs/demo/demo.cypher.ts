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

export const recordDemoItem = writeQuery<{ key: string; madeAt: string }, { key: string }>(
  'demo/record-demo-item',
  'MERGE (i:DemoItem {key: $key}) SET i.madeAt = $madeAt RETURN i.key AS key',
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

export const listThreadPosts = readQuery<{ id: string }, { id: string; authorKey: string }>(
  'demo/list-thread-posts',
  `MATCH (t:Thread {id: $id})<-[:POSTED_IN]-(p:Post)
   MATCH (p)-[:WRITTEN_BY]->(a:Person)
   RETURN p.id AS id, a.key AS authorKey ORDER BY id`,
);

export const deletePostVersions = writeQuery<{ id: string }, { deleted: number }>(
  'demo/delete-post-versions',
  `MATCH (t:Thread {id: $id})<-[:POSTED_IN]-(p:Post)
   MATCH (p)<-[:VERSION_OF]-(v:PostVersion)
   DETACH DELETE v
   RETURN count(*) AS deleted`,
);

export const deletePosts = writeQuery<{ id: string }, { deleted: number }>(
  'demo/delete-posts',
  `MATCH (t:Thread {id: $id})<-[:POSTED_IN]-(p:Post)
   DETACH DELETE p
   RETURN count(*) AS deleted`,
);

export const deleteCaseVersions = writeQuery<{ id: string }, { deleted: number }>(
  'demo/delete-case-versions',
  `MATCH (c:CaseStudy {id: $id})<-[:VERSION_OF]-(v:CaseVersion)
   DETACH DELETE v
   RETURN count(*) AS deleted`,
);

export const deletePersonCredentials = writeQuery<{ id: string }, { deleted: number }>(
  'demo/delete-person-credentials',
  `MATCH (p:Person {id: $id})<-[:OF]-(credential)
   DETACH DELETE credential
   RETURN count(*) AS deleted`,
);

export const deleteEntity = writeQuery<{ key: string }, { deleted: number }>(
  'demo/delete-entity',
  `MATCH (n:Entity {key: $key})
   DETACH DELETE n
   RETURN count(*) AS deleted`,
);

/** The room keeps its number, so that a client which comes back does not take new events for old ones. */
export const deleteEventsOfRoom = writeQuery<{ keys: string[] }, { deleted: number }>(
  'demo/delete-events-of-room',
  `UNWIND $keys AS key
   MATCH (e:Event {key: key})
   DETACH DELETE e
   RETURN count(*) AS deleted`,
);

/** How many others point at an entity: what people have linked since is not taken away from them. */
export const countLinksTo = readQuery<{ key: string }, { links: number }>(
  'demo/count-links-to',
  'MATCH (n:Entity {key: $key}) RETURN COUNT { (n)<--() } AS links',
);
