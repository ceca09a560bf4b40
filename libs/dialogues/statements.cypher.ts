import { readQuery, writeQuery } from '../platform/graph/graph.js';
import { beforePosition, type PageWindow } from '../platform/graph/page-window.js';
import type { PersonRef } from './contracts.js';
import type { AnswerTotals } from './rules/choice-counts.js';
import type { StatementStatus } from './rules/statement-status.js';

export interface StatementRow extends AnswerTotals {
  id: string;
  dialogueId: string;
  text: string;
  lang: string | null;
  status: StatementStatus;
  reason: string | null;
  createdAt: string;
  moderatedAt: string | null;
  author: PersonRef;
}

/** Those that were answered before figures moved in steps have none shown yet. */
const ANSWER_TOTALS = `s.agree AS agree, s.disagree AS disagree, s.pass AS pass,
  {agree: coalesce(s.shownAgree, 0), disagree: coalesce(s.shownDisagree, 0), pass: coalesce(s.shownPass, 0)} AS shown,
  coalesce(s.unshown, 0) AS unshown`;

const STATEMENT_ROW = `s.id AS id, s.dialogueId AS dialogueId, s.text AS text, s.lang AS lang, s.status AS status,
  s.reason AS reason, s.createdAt AS createdAt, s.moderatedAt AS moderatedAt,
  ${ANSWER_TOTALS}, {id: a.id, name: a.name, url: a.url} AS author`;

export const createStatement = writeQuery<
  {
    id: string;
    key: string;
    url: string;
    dialogueId: string;
    text: string;
    lang: string | null;
    authorId: string;
    source: string;
    at: string;
  },
  { id: string }
>(
  'dialogues/create-statement',
  `MATCH (d:Dialogue {id: $dialogueId})
   MATCH (a:Person {id: $authorId})
   CREATE (s:Statement:Entity {id: $id, key: $key, type: 'statement', url: $url, title: $text, text: $text,
                               lang: $lang, dialogueId: $dialogueId, status: 'waiting', hidden: true, createdAt: $at,
                               agree: 0, disagree: 0, pass: 0})
   CREATE (s)-[:PROPOSED_IN {source: $source, at: $at}]->(d)
   CREATE (s)-[:PROPOSED_BY {source: $source, at: $at}]->(a)
   RETURN s.id AS id`,
);

export const findStatement = readQuery<{ id: string }, StatementRow>(
  'dialogues/find-statement',
  `MATCH (s:Statement {id: $id})-[:PROPOSED_BY]->(a:Person)
   RETURN ${STATEMENT_ROW}`,
);

export const findStatementByClientKey = readQuery<{ clientKey: string }, StatementRow>(
  'dialogues/find-statement-by-client-key',
  `MATCH (s:Statement {clientKey: $clientKey})-[:PROPOSED_BY]->(a:Person)
   RETURN ${STATEMENT_ROW}`,
);

export const listStatementsById = readQuery<{ ids: string[] }, StatementRow>(
  'dialogues/list-statements-by-id',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[:PROPOSED_BY]->(a:Person)
   RETURN ${STATEMENT_ROW} ORDER BY id`,
);

type WindowOfDialogue = Omit<PageWindow, 'since'> & { dialogueId: string };

const BEFORE_POSITION = beforePosition('s.createdAt');

const NEWEST = `WITH s ORDER BY s.createdAt DESC, s.id DESC LIMIT $limit
   MATCH (s)-[:PROPOSED_BY]->(a:Person)
   RETURN ${STATEMENT_ROW} ORDER BY createdAt DESC, id DESC`;

export const listStatements = readQuery<WindowOfDialogue & { status: StatementStatus }, StatementRow>(
  'dialogues/list-statements',
  `MATCH (:Dialogue {id: $dialogueId})<-[:PROPOSED_IN]-(s:Statement)
   WHERE s.status = $status AND ${BEFORE_POSITION}
   ${NEWEST}`,
);

/** What one person has proposed in a dialogue, whatever became of it. */
export const listStatementsOf = readQuery<WindowOfDialogue & { personId: string }, StatementRow>(
  'dialogues/list-statements-of',
  `MATCH (:Person {id: $personId})<-[:PROPOSED_BY]-(s:Statement)
   WHERE s.dialogueId = $dialogueId AND ${BEFORE_POSITION}
   ${NEWEST}`,
);

/** The approved statements of a dialogue, with no more than the queue and the results need. */
export const listApprovedStatements = readQuery<
  { dialogueId: string },
  AnswerTotals & { id: string; text: string; createdAt: string }
>(
  'dialogues/list-approved-statements',
  `MATCH (:Dialogue {id: $dialogueId})<-[:PROPOSED_IN]-(s:Statement)
   WHERE s.status = 'approved'
   RETURN s.id AS id, s.text AS text, s.createdAt AS createdAt, ${ANSWER_TOTALS} ORDER BY id`,
);

/** Every statement of a dialogue, for the search index. */
export const listStatementIds = readQuery<{ dialogueId: string }, { id: string }>(
  'dialogues/list-statement-ids',
  `MATCH (:Dialogue {id: $dialogueId})<-[:PROPOSED_IN]-(s:Statement)
   RETURN s.id AS id ORDER BY id`,
);

export const countStatements = readQuery<{ dialogueId: string }, { status: StatementStatus; count: number }>(
  'dialogues/count-statements',
  `MATCH (:Dialogue {id: $dialogueId})<-[:PROPOSED_IN]-(s:Statement)
   RETURN s.status AS status, count(s) AS count ORDER BY status`,
);

/** Who decided stays on the node: it is nobody's business to follow it as a link. */
export const moderateStatement = writeQuery<
  {
    id: string;
    status: StatementStatus;
    hidden: boolean | null;
    reason: string | null;
    moderatorId: string;
    at: string;
  },
  { id: string }
>(
  'dialogues/moderate-statement',
  `MATCH (s:Statement {id: $id})
   SET s.status = $status, s.hidden = $hidden, s.reason = $reason, s.moderatedBy = $moderatorId, s.moderatedAt = $at
   RETURN s.id AS id`,
);

export const setAnswerTotals = writeQuery<
  { id: string; agree: number; disagree: number; pass: number; unshown: number },
  { id: string }
>(
  'dialogues/set-answer-totals',
  `MATCH (s:Statement {id: $id})
   SET s.agree = $agree, s.disagree = $disagree, s.pass = $pass, s.unshown = $unshown
   RETURN s.id AS id`,
);

/** Makes what is shown what was answered. */
export const showAnswers = writeQuery<{ id: string }, { shown: number }>(
  'dialogues/show-answers',
  `MATCH (s:Statement {id: $id})
   SET s.shownAgree = s.agree, s.shownDisagree = s.disagree, s.shownPass = s.pass, s.unshown = 0
   WITH s
   MATCH (s)<-[:ANSWER_TO]-(a:Answer)
   WHERE a.shownChoice IS NULL OR a.shownChoice <> a.choice
   SET a.shownChoice = a.choice, a.shownCountry = a.country, a.shownOrganisationType = a.organisationType
   RETURN count(a) AS shown`,
);
