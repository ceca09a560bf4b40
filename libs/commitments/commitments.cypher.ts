import type { EntityRef } from '../platform/entities/entity.js';
import { readQuery, writeQuery } from '../platform/graph/graph.js';
import type { CommitmentState, MakerRef } from './contracts.js';

export interface CommitmentRow {
  id: string;
  key: string;
  url: string;
  title: string;
  text: string;
  lang: string | null;
  createdAt: string;
  dueOn: string;
  reviewOn: string;
  /** Day of the next reminder; null when none is left. */
  remindOn: string | null;
  state: CommitmentState;
  stateNote: string | null;
  stateAt: string;
  version: number;
  owners: EntityRef[];
  answers: EntityRef[];
  about: EntityRef[];
  makers: MakerRef[];
}

const REF = '{key: n.key, type: n.type, title: n.title, url: n.url}';

/** Lists throughout: what is linked may be hidden or removed one day, and the promise is still to be seen. */
const COMMITMENT_ROW = `c.id AS id, c.key AS key, c.url AS url, c.title AS title, c.text AS text, c.lang AS lang,
  c.createdAt AS createdAt, c.dueOn AS dueOn, c.reviewOn AS reviewOn, c.remindOn AS remindOn, c.state AS state,
  c.stateNote AS stateNote, c.stateAt AS stateAt, c.version AS version,
  [(c)-[:OWNED_BY]->(n:Entity) WHERE n.hidden IS NULL | ${REF}] AS owners,
  [(c)-[:ANSWERS]->(n:Entity) WHERE n.hidden IS NULL | ${REF}] AS answers,
  [(c)-[:ABOUT]->(n:Entity) WHERE n.hidden IS NULL | ${REF}] AS about,
  [(c)-[:MADE_BY]->(p:Person) | {id: p.id, name: p.name, url: p.url}] AS makers`;

export const findCommitment = readQuery<{ id: string }, CommitmentRow>(
  'commitments/find-commitment',
  `MATCH (c:Commitment {id: $id})
   RETURN ${COMMITMENT_ROW}`,
);

/** Writing first takes the commitment for this transaction on engines that lock what is written. */
export const takeCommitment = writeQuery<{ id: string }, CommitmentRow>(
  'commitments/take-commitment',
  `MATCH (c:Commitment {id: $id})
   SET c.lock = true
   WITH c
   RETURN ${COMMITMENT_ROW}`,
);

interface Window extends Record<string, unknown> {
  /** The whole list, or only what is in this state. */
  state: CommitmentState | null;
  /** Where the last page ended. */
  at: string;
  id: string;
  limit: number;
}

/** `relations`: by which of `ANSWERS`, `OWNED_BY` and `ABOUT` the commitments point at the entity. */
interface LinkedWindow extends Window {
  entity: string;
  relations: string[];
}

const IN_STATE = '($state IS NULL OR c.state = $state)';
const NEWEST = 'c.createdAt DESC, c.id DESC';
const DUE_FIRST = 'c.dueOn, c.id';

/** The range alone in the first WHERE lets the engine use its index; the tie at its end is broken after it. */
export const listCommitments = readQuery<Window & { since: string }, CommitmentRow>(
  'commitments/list-commitments',
  `MATCH (c:Commitment)
   WHERE c.createdAt >= $since AND c.createdAt <= $at
   WITH c, c.createdAt AS time WHERE (time < $at OR c.id < $id) AND ${IN_STATE}
   WITH c ORDER BY ${NEWEST} LIMIT $limit
   RETURN ${COMMITMENT_ROW} ORDER BY createdAt DESC, id DESC`,
);

export const listCommitmentsByDueDay = readQuery<Window & { until: string }, CommitmentRow>(
  'commitments/list-commitments-by-due-day',
  `MATCH (c:Commitment)
   WHERE c.dueOn >= $at AND c.dueOn <= $until
   WITH c, c.dueOn AS day WHERE (day > $at OR c.id > $id) AND ${IN_STATE}
   WITH c ORDER BY ${DUE_FIRST} LIMIT $limit
   RETURN ${COMMITMENT_ROW} ORDER BY dueOn, id`,
);

const LINKED = `MATCH (e:Entity {key: $entity})<-[r]-(c:Commitment)
   WHERE type(r) IN $relations
   WITH DISTINCT c`;

export const listLinkedCommitments = readQuery<LinkedWindow, CommitmentRow>(
  'commitments/list-linked-commitments',
  `${LINKED}
   WHERE (c.createdAt < $at OR (c.createdAt = $at AND c.id < $id)) AND ${IN_STATE}
   WITH c ORDER BY ${NEWEST} LIMIT $limit
   RETURN ${COMMITMENT_ROW} ORDER BY createdAt DESC, id DESC`,
);

export const listLinkedCommitmentsByDueDay = readQuery<LinkedWindow, CommitmentRow>(
  'commitments/list-linked-commitments-by-due-day',
  `${LINKED}
   WHERE (c.dueOn > $at OR (c.dueOn = $at AND c.id > $id)) AND ${IN_STATE}
   WITH c ORDER BY ${DUE_FIRST} LIMIT $limit
   RETURN ${COMMITMENT_ROW} ORDER BY dueOn, id`,
);

export const countLinkedCommitments = readQuery<
  { entity: string; relations: string[]; today: string },
  { state: CommitmentState; late: boolean; count: number }
>(
  'commitments/count-linked-commitments',
  `${LINKED}
   WITH c.state AS state, c.dueOn < $today AS late
   RETURN state, late, count(*) AS count ORDER BY state, late`,
);

export const createCommitment = writeQuery<
  {
    id: string;
    key: string;
    url: string;
    title: string;
    text: string;
    lang: string | null;
    at: string;
    dueOn: string;
    reviewOn: string;
    remindOn: string | null;
    ownerKey: string;
    answers: string;
    makerId: string;
    source: string;
  },
  { id: string }
>(
  'commitments/create-commitment',
  `MATCH (owner:Entity {key: $ownerKey})
   MATCH (answered:Entity {key: $answers})
   MATCH (maker:Person {id: $makerId})
   CREATE (c:Commitment:Entity {id: $id, key: $key, type: 'commitment', url: $url, title: $title, text: $text,
                                lang: $lang, createdAt: $at, dueOn: $dueOn, reviewOn: $reviewOn,
                                remindOn: $remindOn, state: 'open', stateAt: $at, version: 1})
   CREATE (c)-[:ANSWERS {source: $source, at: $at}]->(answered)
   CREATE (c)-[:OWNED_BY {source: $source, at: $at}]->(owner)
   CREATE (c)-[:MADE_BY {source: $source, at: $at}]->(maker)
   RETURN c.id AS id`,
);

/** What is hidden or no longer there is left out. */
export const linkCommitment = writeQuery<
  { id: string; keys: string[]; source: string; at: string },
  { links: number }
>(
  'commitments/link-commitment',
  `UNWIND $keys AS key
   MATCH (c:Commitment {id: $id})
   MATCH (n:Entity {key: key})
   CREATE (c)-[:ABOUT {source: $source, at: $at}]->(n)
   RETURN count(n) AS links`,
);

export const createReport = writeQuery<
  {
    id: string;
    key: string;
    number: number;
    version: number;
    state: CommitmentState;
    note: string;
    at: string;
    remindOn: string | null;
    reporterId: string;
  },
  { key: string }
>(
  'commitments/create-report',
  `MATCH (c:Commitment {id: $id})
   MATCH (p:Person {id: $reporterId})
   SET c.state = $state, c.stateNote = $note, c.stateAt = $at, c.version = $version, c.remindOn = $remindOn
   CREATE (r:CommitmentReport {key: $key, number: $number, state: $state, note: $note, at: $at})
   CREATE (r)-[:ON]->(c)
   CREATE (r)-[:REPORTED_BY]->(p)
   RETURN r.key AS key`,
);

export interface ReportRow {
  number: number;
  state: CommitmentState;
  note: string;
  at: string;
  reporters: MakerRef[];
}

/** Reports by key (`COMMITMENT#number`), so that the last page costs what the first costs. */
export const listReportsByKey = readQuery<{ keys: string[] }, ReportRow>(
  'commitments/list-reports-by-key',
  `UNWIND $keys AS key
   MATCH (r:CommitmentReport {key: key})
   RETURN r.number AS number, r.state AS state, r.note AS note, r.at AS at,
          [(r)-[:REPORTED_BY]->(p:Person) | {id: p.id, name: p.name, url: p.url}] AS reporters ORDER BY number`,
);

/** Commitments with a reminder that has to leave. */
export const listDueReminders = readQuery<{ since: string; today: string; limit: number }, { id: string }>(
  'commitments/list-due-reminders',
  `MATCH (c:Commitment)
   WHERE c.remindOn >= $since AND c.remindOn <= $today
   RETURN c.id AS id, c.remindOn AS remindOn ORDER BY remindOn, id LIMIT $limit`,
);

export const setRemindOn = writeQuery<{ id: string; remindOn: string | null }, { id: string }>(
  'commitments/set-remind-on',
  `MATCH (c:Commitment {id: $id})
   SET c.remindOn = $remindOn
   RETURN c.id AS id`,
);

/** All commitments, for the search index: it reads every one of them by design. */
export const listCommitmentIds = readQuery<Record<string, never>, { id: string }>(
  'commitments/list-commitment-ids',
  'MATCH (c:Commitment) RETURN c.id AS id ORDER BY id',
);

/** A row for a person whose account is disabled. */
export const findDisabledPerson = readQuery<{ key: string }, { key: string }>(
  'commitments/find-disabled-person',
  `MATCH (p:Entity)
   WHERE p.key = $key AND p.disabledAt IS NOT NULL
   RETURN p.key AS key`,
);

/** Makes this one the owner, in the place of whoever was. */
export const replaceOwner = writeQuery<
  { id: string; ownerKey: string; remindOn: string | null; source: string; at: string },
  { id: string }
>(
  'commitments/replace-owner',
  `MATCH (c:Commitment {id: $id})
   MATCH (owner:Entity {key: $ownerKey})
   SET c.remindOn = $remindOn
   WITH c, owner
   MATCH (c)-[before:OWNED_BY]->(:Entity)
   DELETE before
   WITH DISTINCT c, owner
   CREATE (c)-[:OWNED_BY {source: $source, at: $at}]->(owner)
   RETURN c.id AS id`,
);
