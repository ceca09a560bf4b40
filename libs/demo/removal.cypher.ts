import { readQuery, writeQuery } from '../platform/graph/graph.js';

/** What other people have added to something, by the keys of those people, and what came of it that has a key. */
export interface Additions {
  people: string[];
  entities: string[];
}

export const listThreadAdditions = readQuery<{ key: string }, Additions>(
  'demo/list-thread-additions',
  `MATCH (t:Entity {key: $key})
   RETURN [(t)<-[:POSTED_IN]-(:Post)-[:WRITTEN_BY]->(p:Person) | p.key] AS people,
          [(t)<-[:POSTED_IN]-(post:Post) | 'post:' + post.id] AS entities`,
);

export const listSessionAdditions = readQuery<{ key: string }, Additions>(
  'demo/list-session-additions',
  `MATCH (s:Entity {key: $key})
   RETURN [(s)<-[:FOR]-(r:Registration)-[:OF]->(p:Person) WHERE r.state <> 'cancelled' | p.key]
            + [(s)<-[:NOTED_IN]-(:SessionNote)-[:WRITTEN_BY]->(p:Person) | p.key] AS people,
          [(s)<-[:LEARNED_IN]-(l:Lesson) | l.key] AS entities`,
);

export const listDialogueAdditions = readQuery<{ key: string }, Additions>(
  'demo/list-dialogue-additions',
  `MATCH (d:Entity {key: $key})
   RETURN [(d)<-[:PROPOSED_IN]-(:Statement)-[:PROPOSED_BY]->(p:Person) | p.key]
            + [(d)<-[:PROPOSED_IN]-(:Statement)<-[:ANSWER_TO]-(:Answer)-[:GIVEN_BY]->(p:Person) | p.key] AS people,
          [(d)<-[:PROPOSED_IN]-(s:Statement) | s.key] + [(d)<-[:CAME_OUT_OF]-(o:Outcome) | o.key] AS entities`,
);

export const listCommitmentAdditions = readQuery<{ key: string }, Additions>(
  'demo/list-commitment-additions',
  `MATCH (c:Entity {key: $key})
   RETURN [(c)<-[:ON]-(:CommitmentReport)-[:REPORTED_BY]->(p:Person) | p.key] AS people, [] AS entities`,
);

/** What was promised at the close of a session or dialogue. */
export const listCommitmentsAnswering = readQuery<{ key: string }, { key: string }>(
  'demo/list-commitments-answering',
  `MATCH (n:Entity {key: $key})<-[:ANSWERS]-(c:Commitment)
   RETURN c.key AS key ORDER BY key`,
);

/** The thread that opened with a session or dialogue: its first post was sent under the id of that. */
export const findOpeningThread = readQuery<{ id: string }, { key: string }>(
  'demo/find-opening-thread',
  `MATCH (p:Post {clientKey: $id})-[:POSTED_IN]->(t:Thread)
   RETURN t.key AS key`,
);

/** What hangs on the parts of something, as the versions of the posts of a thread. */
export const deleteLeaves = writeQuery<{ key: string; part: string; leaf: string }, { deleted: number }>(
  'demo/delete-leaves',
  `MATCH (n:Entity {key: $key})<-[r]-(part)
   WHERE type(r) = $part
   MATCH (part)<-[l]-(leaf)
   WHERE type(l) = $leaf
   DETACH DELETE leaf
   RETURN count(*) AS deleted`,
);

export const deleteParts = writeQuery<{ key: string; parts: string[] }, { deleted: number }>(
  'demo/delete-parts',
  `MATCH (n:Entity {key: $key})<-[r]-(part)
   WHERE type(r) IN $parts
   DETACH DELETE part
   RETURN count(*) AS deleted`,
);

/** Whom the outcome was mailed to; the keys are `OUTCOME#PERSON`. */
export const deleteOutcomeMails = writeQuery<{ from: string; until: string }, { deleted: number }>(
  'demo/delete-outcome-mails',
  `MATCH (m:OutcomeMail)
   WHERE m.key >= $from AND m.key <= $until
   DETACH DELETE m
   RETURN count(*) AS deleted`,
);

/** By label, since the registrations of a person are `OF` them too, and belong to their sessions. */
function deleteOfPerson(label: 'Session' | 'ApiToken' | 'MailLink', name: string) {
  return writeQuery<{ id: string }, { deleted: number }>(
    name,
    `MATCH (p:Person {id: $id})<-[:OF]-(c:${label})
     DETACH DELETE c
     RETURN count(*) AS deleted`,
  );
}

export const deleteSignIns = deleteOfPerson('Session', 'demo/delete-sign-ins');
export const deleteTokens = deleteOfPerson('ApiToken', 'demo/delete-tokens');
export const deleteMailLinks = deleteOfPerson('MailLink', 'demo/delete-mail-links');

export const deleteCalendarAddress = writeQuery<{ id: string }, { deleted: number }>(
  'demo/delete-calendar-address',
  `MATCH (a:CalendarAddress {personId: $id})
   DETACH DELETE a
   RETURN count(*) AS deleted`,
);

export const deleteFormDrafts = writeQuery<{ id: string }, { deleted: number }>(
  'demo/delete-form-drafts',
  `MATCH (d:FormDraft {personId: $id})
   DETACH DELETE d
   RETURN count(*) AS deleted`,
);

export const deleteEntity = writeQuery<{ key: string }, { deleted: number }>(
  'demo/delete-entity',
  `MATCH (n:Entity {key: $key})
   DETACH DELETE n
   RETURN count(*) AS deleted`,
);

export const deleteEvents = writeQuery<{ keys: string[] }, { deleted: number }>(
  'demo/delete-events',
  `UNWIND $keys AS key
   MATCH (e:Event {key: key})
   DETACH DELETE e
   RETURN count(*) AS deleted`,
);

/** Ids are never given out again, so nothing new happens in the room of what is removed. */
export const deleteEventRoom = writeQuery<{ room: string }, { deleted: number }>(
  'demo/delete-event-room',
  `MATCH (r:EventRoom {key: $room})
   DETACH DELETE r
   RETURN count(*) AS deleted`,
);

/** How many others point at an entity: what people have linked since is not taken away from them. */
export const countLinksTo = readQuery<{ key: string }, { links: number }>(
  'demo/count-links-to',
  'MATCH (n:Entity {key: $key}) RETURN COUNT { (n)<--() } AS links',
);
