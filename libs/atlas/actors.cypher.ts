import { readQuery, writeQuery } from '../platform/graph/graph.js';
import { beforePosition, type PageWindow } from '../platform/graph/page-window.js';

export interface ActorRow {
  id: string;
  name: string;
  type: string | null;
  createdAt: string;
  /** Who added it, as a source: `person:ID`, `import:NAME`. */
  addedBy: string;
  /** ISO alpha-3. */
  country: string | null;
  hidden: boolean | null;
  version: number;
}

/** A pattern in brackets, since an OPTIONAL MATCH after a WITH would begin at every country. */
const ACTOR_ROW = `a.id AS id, a.name AS name, a.actorType AS type, a.createdAt AS createdAt, a.addedBy AS addedBy,
  head([(a)-[:BASED_IN]->(c:Country) | c.code]) AS country, a.hidden AS hidden,
  coalesce(a.version, 1) AS version`;

export const listActorsById = readQuery<{ ids: string[] }, ActorRow>(
  'atlas/list-actors-by-id',
  `UNWIND $ids AS id
   MATCH (a:Actor {id: id})
   RETURN ${ACTOR_ROW}`,
);

const NEWEST = `${beforePosition('a.createdAt')}
   WITH a ORDER BY a.createdAt DESC, a.id DESC LIMIT $limit
   RETURN ${ACTOR_ROW} ORDER BY createdAt DESC, id DESC`;

export const listActors = readQuery<PageWindow, ActorRow>(
  'atlas/list-actors',
  `MATCH (a:Actor)
   WHERE a.createdAt >= $since AND ${NEWEST}`,
);

export const listActorsOfCountry = readQuery<Omit<PageWindow, 'since'> & { country: string }, ActorRow>(
  'atlas/list-actors-of-country',
  `MATCH (:Country {code: $country})<-[:BASED_IN]-(a:Actor)
   WHERE ${NEWEST}`,
);

export const listActorsByName = readQuery<{ from: string; to: string; limit: number }, ActorRow>(
  'atlas/list-actors-by-name',
  `MATCH (a:Actor)
   WHERE a.nameKey >= $from AND a.nameKey < $to
   WITH a ORDER BY a.nameKey, a.id LIMIT $limit
   RETURN ${ACTOR_ROW}, a.nameKey AS nameKey ORDER BY nameKey, id`,
);

/** All actors, for the search index. */
export const listActorIds = readQuery<Record<string, never>, { id: string }>(
  'atlas/list-actor-ids',
  'MATCH (a:Actor) RETURN a.id AS id ORDER BY id',
);

/** One actor for each identity, however many ask at once; a type is kept from the first who knows it. */
export const ensureActors = writeQuery<
  {
    actors: {
      identity: string;
      id: string;
      key: string;
      url: string;
      name: string;
      nameKey: string;
      type: string | null;
    }[];
    at: string;
    source: string;
  },
  { identity: string; id: string; key: string; created: boolean }
>(
  'atlas/ensure-actors',
  `UNWIND $actors AS new
   MERGE (a:Actor:Entity {identity: new.identity})
   ON CREATE SET a.id = new.id, a.key = new.key, a.type = 'actor', a.url = new.url, a.title = new.name,
                 a.name = new.name, a.nameKey = new.nameKey, a.createdAt = $at, a.addedBy = $source
   SET a.actorType = coalesce(a.actorType, new.type)
   RETURN a.identity AS identity, a.id AS id, a.key AS key, a.id = new.id AS created`,
);

export const setActorCountries = writeQuery<
  { actors: { id: string; country: string }[]; source: string; at: string },
  { id: string }
>(
  'atlas/set-actor-countries',
  `UNWIND $actors AS actor
   MATCH (a:Actor {id: actor.id})
   MATCH (c:Country {code: actor.country})
   CREATE (a)-[:BASED_IN {source: $source, at: $at}]->(c)
   RETURN a.id AS id`,
);

export const removeActorCountry = writeQuery<{ id: string }, { removed: number }>(
  'atlas/remove-actor-country',
  `MATCH (a:Actor {id: $id})-[r:BASED_IN]->(:Country)
   DELETE r
   RETURN count(r) AS removed`,
);

/** The actor as this transaction will change it. */
export const takeActor = writeQuery<{ id: string }, ActorRow>(
  'atlas/take-actor',
  `MATCH (a:Actor {id: $id})
   SET a.touched = coalesce(a.touched, 0) + 1
   WITH a
   RETURN ${ACTOR_ROW}`,
);

export const findActorByIdentity = writeQuery<{ identity: string }, { id: string }>(
  'atlas/find-actor-by-identity',
  'MATCH (a:Actor {identity: $identity}) RETURN a.id AS id',
);

export const updateActor = writeQuery<
  { id: string; identity: string; name: string; nameKey: string; type: string | null; version: number },
  { id: string }
>(
  'atlas/update-actor',
  `MATCH (a:Actor {id: $id})
   SET a.identity = $identity, a.name = $name, a.title = $name, a.nameKey = $nameKey, a.actorType = $type,
       a.version = $version
   RETURN a.id AS id`,
);
