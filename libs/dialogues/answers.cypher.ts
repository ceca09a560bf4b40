import { readQuery, writeQuery } from '../platform/graph/graph.js';
import type { Choice } from './rules/choice-counts.js';

/** Where a person answers from, as the graph knows it now: country, and kind of organisation. */
const ORIGIN = `[(p)-[:LIVES_IN]->(c:Entity) | c.key] AS countries,
        [(p)-[:WORKS_FOR]->(w:Entity) WHERE w.hidden IS NULL AND w.actorType IS NOT NULL | w.actorType] AS known,
        p.organisationType AS said`;

/** The key of an answer is `STATEMENT#PERSON`, so that there is one at most. */
export const createAnswers = writeQuery<
  { answers: { key: string; statementId: string; personId: string; choice: Choice; at: string }[] },
  { added: number }
>(
  'dialogues/create-answers',
  `UNWIND $answers AS answer
   MATCH (s:Statement {id: answer.statementId})
   MATCH (p:Person {id: answer.personId})
   WITH s, p, answer, ${ORIGIN}
   CREATE (a:Answer {key: answer.key, statementId: answer.statementId, choice: answer.choice, at: answer.at,
                     country: countries[0], organisationType: coalesce(known[0], said), version: 1})
   CREATE (a)-[:ANSWER_TO]->(s)
   CREATE (a)-[:GIVEN_BY]->(p)
   RETURN count(a) AS added`,
);

export const changeAnswer = writeQuery<{ key: string; choice: Choice; at: string }, { version: number }>(
  'dialogues/change-answer',
  `MATCH (a:Answer {key: $key})-[:GIVEN_BY]->(p:Person)
   WITH a, ${ORIGIN}
   SET a.choice = $choice, a.country = countries[0], a.organisationType = coalesce(known[0], said), a.at = $at,
       a.version = a.version + 1
   RETURN a.version AS version`,
);

export const listAnswers = readQuery<
  { keys: string[] },
  { key: string; statementId: string; choice: Choice; shownChoice: Choice | null }
>(
  'dialogues/list-answers',
  `UNWIND $keys AS key
   MATCH (a:Answer {key: key})
   RETURN a.key AS key, a.statementId AS statementId, a.choice AS choice, a.shownChoice AS shownChoice`,
);

/** Answers of one kind to an approved statement, as they were last shown; empty where people said neither country nor kind of organisation. */
export interface AnswerCountRow {
  statementId: string;
  /** Key of a country. */
  country: string;
  /** Code of an actor type. */
  organisationType: string;
  choice: Choice;
  count: number;
}

export const countAnswers = readQuery<{ dialogueId: string }, AnswerCountRow>(
  'dialogues/count-answers',
  `MATCH (:Dialogue {id: $dialogueId})<-[:PROPOSED_IN]-(s:Statement)<-[:ANSWER_TO]-(a:Answer)
   WHERE s.status = 'approved' AND a.shownChoice IS NOT NULL
   RETURN s.id AS statementId, coalesce(a.shownCountry, '') AS country,
          coalesce(a.shownOrganisationType, '') AS organisationType, a.shownChoice AS choice, count(a) AS count
   ORDER BY statementId, country, organisationType, choice`,
);

export const countAnswerers = readQuery<{ dialogueId: string }, { people: number }>(
  'dialogues/count-answerers',
  `MATCH (:Dialogue {id: $dialogueId})<-[:PROPOSED_IN]-(:Statement)<-[:ANSWER_TO]-(:Answer)-[:GIVEN_BY]->(p:Person)
   RETURN count(DISTINCT p) AS people`,
);

/** Answers from before figures moved in steps count as shown wherever there are enough; `showTotalsSoFar` follows. */
export const showAnswersSoFar = writeQuery<{ fewest: number }, { answers: number }>(
  'dialogues/show-answers-so-far',
  `MATCH (a:Answer)-[:ANSWER_TO]->(s:Statement)
   WHERE s.unshown IS NULL AND s.agree + s.disagree + s.pass >= $fewest
   SET a.shownChoice = a.choice, a.shownCountry = a.country, a.shownOrganisationType = a.organisationType
   RETURN count(a) AS answers`,
);

export const showTotalsSoFar = writeQuery<{ fewest: number }, { statements: number }>(
  'dialogues/show-totals-so-far',
  `MATCH (s:Statement)
   WHERE s.unshown IS NULL
   WITH s, s.agree + s.disagree + s.pass AS answers
   SET s.unshown = CASE WHEN answers < $fewest THEN answers ELSE 0 END,
       s.shownAgree = CASE WHEN answers < $fewest THEN 0 ELSE s.agree END,
       s.shownDisagree = CASE WHEN answers < $fewest THEN 0 ELSE s.disagree END,
       s.shownPass = CASE WHEN answers < $fewest THEN 0 ELSE s.pass END
   RETURN count(s) AS statements`,
);
