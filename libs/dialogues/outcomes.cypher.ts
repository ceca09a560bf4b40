import type { EntityRef } from '../platform/entities/entity.js';
import { readQuery, writeQuery } from '../platform/graph/graph.js';

export interface OutcomeRow {
  id: string;
  url: string;
  agreed: string;
  agreedBy: string | null;
  dissent: string | null;
  reviewOn: string | null;
  lang: string | null;
  at: string;
  closedById: string;
  closedByName: string;
  dialogues: EntityRef[];
  parties: EntityRef[];
  /** Ids of statements. */
  statements: string[];
}

const REF = 'key: n.key, type: n.type, title: n.title, url: n.url';

const OUTCOME_ROW = `o.id AS id, o.url AS url, o.agreed AS agreed, o.agreedBy AS agreedBy, o.dissent AS dissent,
  o.reviewOn AS reviewOn, o.lang AS lang, o.at AS at, o.closedById AS closedById, o.closedByName AS closedByName,
  [(o)-[:CAME_OUT_OF]->(n:Entity) | {${REF}}] AS dialogues,
  [(o)-[:AGREED_BY]->(n:Entity) | {${REF}}] AS parties,
  [(o)-[:DRAWS_ON]->(s:Statement) WHERE s.status = 'approved' | s.id] AS statements`;

export const findOutcome = readQuery<{ id: string }, OutcomeRow>(
  'dialogues/find-outcome',
  `MATCH (o:Outcome {id: $id})
   RETURN ${OUTCOME_ROW}`,
);

export const findOutcomeOf = readQuery<{ dialogueId: string }, OutcomeRow>(
  'dialogues/find-outcome-of',
  `MATCH (o:Outcome {dialogueId: $dialogueId})
   RETURN ${OUTCOME_ROW}`,
);

/** `mailPending` stays until everyone who took part has been written to. */
export const createOutcome = writeQuery<
  {
    id: string;
    key: string;
    url: string;
    title: string;
    dialogueId: string;
    agreed: string;
    agreedBy: string | null;
    dissent: string | null;
    reviewOn: string | null;
    lang: string | null;
    closedById: string;
    closedByName: string;
    source: string;
    at: string;
  },
  { id: string }
>(
  'dialogues/create-outcome',
  `MATCH (d:Dialogue {id: $dialogueId})
   SET d.closedAt = $at
   CREATE (o:Outcome:Entity {id: $id, key: $key, type: 'outcome', url: $url, title: $title, dialogueId: $dialogueId,
                             agreed: $agreed, agreedBy: $agreedBy, dissent: $dissent, reviewOn: $reviewOn,
                             lang: $lang, at: $at, closedById: $closedById, closedByName: $closedByName,
                             mailPending: true})
   CREATE (o)-[:CAME_OUT_OF {source: $source, at: $at}]->(d)
   RETURN o.id AS id`,
);

function linkQuery(name: string, link: 'AGREED_BY' | 'DRAWS_ON' | 'LED_TO') {
  return writeQuery<{ id: string; keys: string[]; source: string; at: string }, { links: number }>(
    name,
    `UNWIND $keys AS key
     MATCH (o:Outcome {id: $id})
     MATCH (n:Entity {key: key})
     CREATE (o)-[:${link} {source: $source, at: $at}]->(n)
     RETURN count(n) AS links`,
  );
}

export const linkParties = linkQuery('dialogues/link-parties', 'AGREED_BY');
export const linkSources = linkQuery('dialogues/link-sources', 'DRAWS_ON');
export const linkCommitments = linkQuery('dialogues/link-commitments', 'LED_TO');

/** Everyone who took part in a dialogue, in whichever way; some of them more than once. */
export const listParticipants = readQuery<
  { dialogueId: string },
  { conveners: string[]; proposers: string[]; answerers: string[]; writers: string[] }
>(
  'dialogues/list-participants',
  `MATCH (d:Dialogue {id: $dialogueId})
   RETURN [(d)-[:CONVENED_BY|CO_CONVENED_BY]->(p:Person) | p.id] AS conveners,
          [(d)<-[:PROPOSED_IN]-(:Statement)-[:PROPOSED_BY]->(p:Person) | p.id] AS proposers,
          [(d)<-[:PROPOSED_IN]-(:Statement)<-[:ANSWER_TO]-(:Answer)-[:GIVEN_BY]->(p:Person) | p.id] AS answerers,
          [(d)<-[:ABOUT]-(:Thread)-[:HAS_PARTICIPANT]->(p:Person) | p.id] AS writers`,
);

export const listOutcomesToMail = readQuery<Record<string, never>, { id: string }>(
  'dialogues/list-outcomes-to-mail',
  'MATCH (o:Outcome {mailPending: true}) RETURN o.id AS id ORDER BY id',
);

/** Taken first, so that no two processes write to the same person. */
export const takeOutcome = writeQuery<{ id: string }, { id: string }>(
  'dialogues/take-outcome',
  `MATCH (o:Outcome {id: $id})
   SET o.lock = true
   RETURN o.id AS id`,
);

export const findOutcomeMail = readQuery<{ key: string }, { claimedAt: string; sentAt: string | null }>(
  'dialogues/find-outcome-mail',
  `MATCH (m:OutcomeMail {key: $key})
   RETURN m.claimedAt AS claimedAt, m.sentAt AS sentAt`,
);

/** The key is `OUTCOME#PERSON`. */
export const claimOutcomeMail = writeQuery<{ key: string; at: string }, { key: string }>(
  'dialogues/claim-outcome-mail',
  `MERGE (m:OutcomeMail {key: $key})
   SET m.claimedAt = $at
   RETURN m.key AS key`,
);

export const markOutcomeMailSent = writeQuery<{ key: string; at: string }, { key: string }>(
  'dialogues/mark-outcome-mail-sent',
  `MATCH (m:OutcomeMail {key: $key})
   SET m.sentAt = $at
   RETURN m.key AS key`,
);

export const markOutcomeMailed = writeQuery<{ id: string }, { id: string }>(
  'dialogues/mark-outcome-mailed',
  `MATCH (o:Outcome {id: $id})
   REMOVE o.mailPending
   RETURN o.id AS id`,
);
