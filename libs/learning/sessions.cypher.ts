import type { PersonSummary } from '../identity/contracts.js';
import type { EntityRef } from '../platform/entities/entity.js';
import { readQuery, writeQuery } from '../platform/graph/graph.js';

/** What stands on the node of a session. Null removes a property. */
export type SessionProperties = Record<string, string | number | boolean | string[] | null>;

export interface SessionRow {
  properties: Record<string, unknown>;
  about: EntityRef[];
  facilitators: PersonSummary[];
  proposedBy: PersonSummary[];
}

const PERSON = '{id: p.id, name: p.name, url: p.url}';

const SESSION_ROW = `properties(s) AS properties,
  [(s)-[:ABOUT]->(n:Entity) WHERE n.hidden IS NULL | {key: n.key, type: n.type, title: n.title, url: n.url}] AS about,
  [(s)-[:FACILITATED_BY]->(p:Person) | ${PERSON}] AS facilitators,
  [(s)-[:PROPOSED_BY]->(p:Person) | ${PERSON}] AS proposedBy`;

export const findSession = readQuery<{ id: string }, SessionRow>(
  'learning/find-session',
  `MATCH (s:LearningSession {id: $id})
   RETURN ${SESSION_ROW}`,
);

/** Writing first takes the session for this transaction on engines that lock what is written; only then is it read. */
export const takeSession = writeQuery<{ id: string }, SessionRow>(
  'learning/take-session',
  `MATCH (s:LearningSession {id: $id})
   SET s.lock = true
   WITH s
   RETURN ${SESSION_ROW}`,
);

export const createSession = writeQuery<
  {
    id: string;
    key: string;
    url: string;
    properties: SessionProperties;
    proposerId: string;
    source: string;
    at: string;
  },
  { id: string }
>(
  'learning/create-session',
  `MATCH (p:Person {id: $proposerId})
   CREATE (s:LearningSession:Entity {id: $id, key: $key, type: 'session', url: $url})
   SET s += $properties
   CREATE (s)-[:PROPOSED_BY {source: $source, at: $at}]->(p)
   RETURN s.id AS id`,
);

export const changeSession = writeQuery<{ id: string; properties: SessionProperties }, { id: string }>(
  'learning/change-session',
  `MATCH (s:LearningSession {id: $id})
   SET s += $properties
   RETURN s.id AS id`,
);

interface Links extends Record<string, unknown> {
  id: string;
  keys: string[];
  source: string;
  at: string;
}

export const linkSubjects = writeQuery<Links, { links: number }>(
  'learning/link-subjects',
  `UNWIND $keys AS key
   MATCH (s:LearningSession {id: $id})
   MATCH (n:Entity {key: key})
   CREATE (s)-[:ABOUT {source: $source, at: $at}]->(n)
   RETURN count(n) AS links`,
);

export const unlinkSubjects = writeQuery<{ id: string; keys: string[] }, { links: number }>(
  'learning/unlink-subjects',
  `MATCH (s:LearningSession {id: $id})-[r:ABOUT]->(n:Entity)
   WHERE n.key IN $keys
   DELETE r
   RETURN count(n) AS links`,
);

export const linkFacilitators = writeQuery<Omit<Links, 'keys'> & { ids: string[] }, { links: number }>(
  'learning/link-facilitators',
  `UNWIND $ids AS personId
   MATCH (s:LearningSession {id: $id})
   MATCH (p:Person {id: personId})
   CREATE (s)-[:FACILITATED_BY {source: $source, at: $at}]->(p)
   RETURN count(p) AS links`,
);

export const unlinkFacilitators = writeQuery<{ id: string; ids: string[] }, { links: number }>(
  'learning/unlink-facilitators',
  `MATCH (s:LearningSession {id: $id})-[r:FACILITATED_BY]->(p:Person)
   WHERE p.id IN $ids
   DELETE r
   RETURN count(p) AS links`,
);

/** Someone who was there, for all to see from now on. */
export const linkParticipant = writeQuery<
  { id: string; personId: string; source: string; at: string },
  { id: string }
>(
  'learning/link-participant',
  `MATCH (s:LearningSession {id: $id})
   MATCH (p:Person {id: $personId})
   MERGE (s)-[r:HAS_PARTICIPANT]->(p)
   ON CREATE SET r.source = $source, r.at = $at
   RETURN s.id AS id`,
);

export const unlinkParticipant = writeQuery<{ id: string; personId: string }, { links: number }>(
  'learning/unlink-participant',
  `MATCH (s:LearningSession {id: $id})-[r:HAS_PARTICIPANT]->(p:Person)
   WHERE p.id = $personId
   DELETE r
   RETURN count(p) AS links`,
);

/** Those of the keys that everyone may see. */
export const listVisibleSubjects = readQuery<{ keys: string[] }, EntityRef>(
  'learning/list-visible-subjects',
  `UNWIND $keys AS key
   MATCH (n:Entity)
   WHERE n.key = key AND n.hidden IS NULL
   RETURN n.key AS key, n.type AS type, n.title AS title, n.url AS url`,
);

export const listPeopleWithRoles = readQuery<{ ids: string[] }, PersonSummary & { roles: string[] }>(
  'learning/list-people-with-roles',
  `UNWIND $ids AS id
   MATCH (p:Person {id: id})
   RETURN p.id AS id, p.name AS name, p.url AS url, p.roles AS roles`,
);

/** All sessions, for the search index: it reads every one of them by design. */
export const listSessionIds = readQuery<Record<string, never>, { id: string }>(
  'learning/list-session-ids',
  'MATCH (s:LearningSession) RETURN s.id AS id ORDER BY id',
);

/** What a session is about, and what that is linked to in turn: the values to filter it by. */
export const listSessionSubjects = readQuery<
  { id: string; types: string[] },
  { direct: string[]; linked: string[] }
>(
  'learning/list-session-subjects',
  `MATCH (s:LearningSession {id: $id})
   RETURN [(s)-[:ABOUT]->(n:Entity) WHERE n.type IN $types | n.key] AS direct,
          [(s)-[:ABOUT]->(:Entity)-[]->(x:Entity) WHERE x.type IN $types | x.key] AS linked`,
);

export const replaceCalendarAddress = writeQuery<
  { personId: string; tokenHash: string; at: string },
  { personId: string }
>(
  'learning/replace-calendar-address',
  `MERGE (a:CalendarAddress {personId: $personId})
   SET a.tokenHash = $tokenHash, a.at = $at
   RETURN a.personId AS personId`,
);

export const removeCalendarAddress = writeQuery<{ personId: string }, { removed: number }>(
  'learning/remove-calendar-address',
  `MATCH (a:CalendarAddress {personId: $personId})
   DETACH DELETE a
   RETURN count(a) AS removed`,
);

export const findCalendarAddress = readQuery<{ tokenHash: string }, { personId: string }>(
  'learning/find-calendar-address',
  'MATCH (a:CalendarAddress {tokenHash: $tokenHash}) RETURN a.personId AS personId',
);

/** The language in which the owner of a calendar address reads. */
export const findReaderLanguage = readQuery<{ personId: string }, { locale: string | null }>(
  'learning/find-reader-language',
  'MATCH (p:Person {id: $personId}) RETURN p.locale AS locale',
);
