import { readQuery, writeQuery } from '../platform/graph/graph.js';
import { beforePosition, type PageWindow } from '../platform/graph/page-window.js';

/** The kinds of links that start at a dialogue. */
export type DialogueLinkType = 'ABOUT' | 'EVIDENCE' | 'CONVENED_BY' | 'CO_CONVENED_BY';

export interface DialogueLinkRow {
  link: DialogueLinkType;
  key: string;
  type: string;
  title: string;
  url: string;
  hidden: boolean | null;
}

export interface DialogueRow {
  id: string;
  question: string;
  url: string;
  lang: string | null;
  background: string | null;
  timeZone: string;
  /** JSON: `PhaseSpan[]`. */
  phases: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  links: DialogueLinkRow[];
  /** Ids of statements. */
  approved: string[];
  waiting: string[];
}

const LINKS = 'ABOUT|EVIDENCE|CONVENED_BY|CO_CONVENED_BY';

const DIALOGUE_ROW = `d.id AS id, d.title AS question, d.url AS url, d.lang AS lang, d.background AS background,
  d.timeZone AS timeZone, d.phases AS phases, d.version AS version, d.createdAt AS createdAt,
  d.updatedAt AS updatedAt, d.closedAt AS closedAt,
  [(d)-[r:${LINKS}]->(n:Entity) | {link: type(r), key: n.key, type: n.type, title: n.title, url: n.url,
                                   hidden: n.hidden}] AS links,
  [(d)<-[:PROPOSED_IN]-(s:Statement) WHERE s.status = 'approved' | s.id] AS approved,
  [(d)<-[:PROPOSED_IN]-(s:Statement) WHERE s.status = 'waiting' | s.id] AS waiting`;

export const findDialogue = readQuery<{ id: string }, DialogueRow>(
  'dialogues/find-dialogue',
  `MATCH (d:Dialogue {id: $id})
   RETURN ${DIALOGUE_ROW}`,
);

export const findDialogueByClientKey = readQuery<
  { clientKey: string },
  { id: string; question: string; conveners: string[] }
>(
  'dialogues/find-dialogue-by-client-key',
  `MATCH (d:Dialogue {clientKey: $clientKey})
   RETURN d.id AS id, d.title AS question, [(d)-[:CONVENED_BY]->(p:Person) | p.id] AS conveners`,
);

export interface DialogueFactsRow {
  id: string;
  question: string;
  phases: string;
  closedAt: string | null;
  conveners: string[];
  coConveners: string[];
}

const FACTS = `d.id AS id, d.title AS question, d.phases AS phases, d.closedAt AS closedAt,
  [(d)-[:CONVENED_BY]->(p:Person) | p.id] AS conveners,
  [(d)-[:CO_CONVENED_BY]->(p:Person) | p.id] AS coConveners`;

/** What decides who may do what, without what the dialogue says. */
export const findDialogueFacts = readQuery<{ id: string }, DialogueFactsRow>(
  'dialogues/find-dialogue-facts',
  `MATCH (d:Dialogue {id: $id})
   RETURN ${FACTS}`,
);

/** The same, taken for this transaction: nobody changes the dialogue, its statements or their answers meanwhile. */
export const takeDialogue = writeQuery<{ id: string }, DialogueFactsRow>(
  'dialogues/take-dialogue',
  `MATCH (d:Dialogue {id: $id})
   SET d.lock = true
   RETURN ${FACTS}`,
);

const BEFORE_POSITION = beforePosition('d.createdAt');

const ALL = `MATCH (d:Dialogue)
   WHERE d.createdAt >= $since AND ${BEFORE_POSITION}`;

/** Dialogues about something, with it as evidence, or convened by that person. */
const LINKED = `MATCH (:Entity {key: $key})<-[:${LINKS}]-(d:Dialogue)
   WHERE ${BEFORE_POSITION}`;

const newestOf = (which: string, row: string) => `${which}
   WITH DISTINCT d ORDER BY d.createdAt DESC, d.id DESC LIMIT $limit
   RETURN ${row} ORDER BY createdAt DESC, id DESC`;

type LinkedWindow = Omit<PageWindow, 'since'> & { key: string };

export const listDialogues = readQuery<PageWindow, DialogueRow>(
  'dialogues/list-dialogues',
  newestOf(ALL, DIALOGUE_ROW),
);

export const listDialoguesLinkedTo = readQuery<LinkedWindow, DialogueRow>(
  'dialogues/list-dialogues-linked-to',
  newestOf(LINKED, DIALOGUE_ROW),
);

/** What decides where a dialogue stands, without what it says. */
export interface ScheduleRow {
  id: string;
  phases: string;
  createdAt: string;
  closedAt: string | null;
}

const SCHEDULE_ROW = 'd.id AS id, d.phases AS phases, d.createdAt AS createdAt, d.closedAt AS closedAt';

export const listSchedules = readQuery<PageWindow, ScheduleRow>(
  'dialogues/list-schedules',
  newestOf(ALL, SCHEDULE_ROW),
);

export const listSchedulesLinkedTo = readQuery<LinkedWindow, ScheduleRow>(
  'dialogues/list-schedules-linked-to',
  newestOf(LINKED, SCHEDULE_ROW),
);

export const listDialoguesById = readQuery<{ ids: string[] }, DialogueRow>(
  'dialogues/list-dialogues-by-id',
  `UNWIND $ids AS id
   MATCH (d:Dialogue {id: id})
   RETURN ${DIALOGUE_ROW} ORDER BY createdAt DESC, id DESC`,
);

/** All dialogues, for the search index: it reads every one of them by design. */
export const listDialogueIds = readQuery<Record<string, never>, { id: string }>(
  'dialogues/list-dialogue-ids',
  'MATCH (d:Dialogue) RETURN d.id AS id ORDER BY id',
);

/** Which of the entities exist and may be seen. */
export const listVisibleEntities = readQuery<{ keys: string[] }, { key: string }>(
  'dialogues/list-visible-entities',
  `UNWIND $keys AS key
   MATCH (n:Entity)
   WHERE n.key = key AND n.hidden IS NULL
   RETURN n.key AS key`,
);

/** What can be changed about a dialogue. Null removes a property. */
export type DialogueProperties = Record<string, string | number | null>;

export const createDialogue = writeQuery<
  { id: string; key: string; url: string; properties: DialogueProperties },
  { id: string }
>(
  'dialogues/create-dialogue',
  `CREATE (d:Dialogue:Entity {id: $id, key: $key, type: 'dialogue', url: $url})
   SET d += $properties
   RETURN d.id AS id`,
);

export const changeDialogue = writeQuery<{ id: string; properties: DialogueProperties }, { id: string }>(
  'dialogues/change-dialogue',
  `MATCH (d:Dialogue {id: $id})
   SET d += $properties
   RETURN d.id AS id`,
);

function linkQuery(name: string, link: DialogueLinkType) {
  return writeQuery<{ id: string; keys: string[]; source: string; at: string }, { links: number }>(
    name,
    `UNWIND $keys AS key
     MATCH (d:Dialogue {id: $id})
     MATCH (n:Entity {key: key})
     CREATE (d)-[:${link} {source: $source, at: $at}]->(n)
     RETURN count(n) AS links`,
  );
}

export const linkSubjects = linkQuery('dialogues/link-subjects', 'ABOUT');
export const linkEvidence = linkQuery('dialogues/link-evidence', 'EVIDENCE');
export const linkConvener = linkQuery('dialogues/link-convener', 'CONVENED_BY');
export const linkCoConveners = linkQuery('dialogues/link-co-conveners', 'CO_CONVENED_BY');

export const unlinkDialogue = writeQuery<
  { id: string; link: DialogueLinkType; keys: string[] },
  { links: number }
>(
  'dialogues/unlink-dialogue',
  `MATCH (d:Dialogue {id: $id})-[r]->(n:Entity)
   WHERE type(r) = $link AND n.key IN $keys
   DELETE r
   RETURN count(n) AS links`,
);
