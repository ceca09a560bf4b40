import type { PersonSummary } from '../identity/contracts.js';
import type { EntityRef } from '../platform/entities/entity.js';
import { readQuery, writeQuery } from '../platform/graph/graph.js';

export interface PollRow {
  key: string;
  number: number;
  question: string;
  options: string[];
  counts: number[];
  openedAt: string;
  closedAt: string | null;
}

export const findPoll = readQuery<{ key: string }, PollRow>(
  'learning/find-poll',
  `MATCH (o:Poll {key: $key})
   RETURN o.key AS key, o.number AS number, o.question AS question, o.options AS options, o.counts AS counts,
          o.openedAt AS openedAt, o.closedAt AS closedAt`,
);

export const listPollsByKey = readQuery<{ keys: string[] }, PollRow>(
  'learning/list-polls-by-key',
  `UNWIND $keys AS key
   MATCH (o:Poll {key: key})
   RETURN o.key AS key, o.number AS number, o.question AS question, o.options AS options, o.counts AS counts,
          o.openedAt AS openedAt, o.closedAt AS closedAt
   ORDER BY key`,
);

/** Polls of a session in the order in which they were asked. */
export const listPolls = readQuery<{ sessionId: string }, PollRow>(
  'learning/list-polls',
  `MATCH (s:LearningSession {id: $sessionId})<-[:ASKED_IN]-(o:Poll)
   RETURN o.key AS key, o.number AS number, o.question AS question, o.options AS options, o.counts AS counts,
          o.openedAt AS openedAt, o.closedAt AS closedAt
   ORDER BY number`,
);

export const createPoll = writeQuery<
  {
    key: string;
    sessionId: string;
    number: number;
    question: string;
    options: string[];
    counts: number[];
    openerId: string;
    at: string;
  },
  { key: string }
>(
  'learning/create-poll',
  `MATCH (s:LearningSession {id: $sessionId})
   MATCH (p:Person {id: $openerId})
   CREATE (o:Poll {key: $key, number: $number, question: $question, options: $options, counts: $counts,
                   openedAt: $at})
   CREATE (o)-[:ASKED_IN]->(s)
   CREATE (o)-[:OPENED_BY]->(p)
   RETURN o.key AS key`,
);

export const findPollAnswer = readQuery<{ key: string }, { choice: number }>(
  'learning/find-poll-answer',
  'MATCH (a:PollAnswer {key: $key}) RETURN a.choice AS choice',
);

/** Keeps one answer per person, the last, and the counts with it. */
export const putPollAnswer = writeQuery<
  { key: string; pollKey: string; choice: number; counts: number[]; at: string },
  { key: string }
>(
  'learning/put-poll-answer',
  `MATCH (o:Poll {key: $pollKey})
   SET o.counts = $counts
   MERGE (a:PollAnswer {key: $key})
   SET a.choice = $choice, a.at = $at
   MERGE (a)-[:ANSWER_TO]->(o)
   RETURN a.key AS key`,
);

export const closePoll = writeQuery<{ key: string; at: string }, { key: string }>(
  'learning/close-poll',
  `MATCH (o:Poll {key: $key})
   SET o.closedAt = $at
   RETURN o.key AS key`,
);

export interface NoteRow {
  number: number;
  text: string;
  at: string;
  author: PersonSummary;
}

export const createNote = writeQuery<
  { key: string; sessionId: string; number: number; text: string; authorId: string; at: string },
  { key: string }
>(
  'learning/create-note',
  `MATCH (s:LearningSession {id: $sessionId})
   MATCH (p:Person {id: $authorId})
   CREATE (n:SessionNote {key: $key, number: $number, text: $text, at: $at})
   CREATE (n)-[:NOTED_IN]->(s)
   CREATE (n)-[:WRITTEN_BY]->(p)
   RETURN n.key AS key`,
);

/** Notes by key (`SESSION#number`), so that the last page costs what the first costs. */
export const listNotesByKey = readQuery<{ keys: string[] }, NoteRow>(
  'learning/list-notes-by-key',
  `UNWIND $keys AS key
   MATCH (n:SessionNote {key: key})-[:WRITTEN_BY]->(p:Person)
   RETURN n.number AS number, n.text AS text, n.at AS at, {id: p.id, name: p.name, url: p.url} AS author
   ORDER BY number`,
);

export interface LessonRow {
  id: string;
  key: string;
  text: string;
  number: number;
  about: EntityRef[];
}

export const createLesson = writeQuery<
  {
    id: string;
    key: string;
    url: string;
    title: string;
    text: string;
    number: number;
    sessionId: string;
    source: string;
    at: string;
  },
  { id: string }
>(
  'learning/create-lesson',
  `MATCH (s:LearningSession {id: $sessionId})
   CREATE (l:Lesson:Entity {id: $id, key: $key, type: 'lesson', url: $url, title: $title, text: $text,
                            number: $number, createdAt: $at})
   CREATE (l)-[:LEARNED_IN {source: $source, at: $at}]->(s)
   RETURN l.id AS id`,
);

export const linkLesson = writeQuery<
  { id: string; about: string; source: string; at: string },
  { id: string }
>(
  'learning/link-lesson',
  `MATCH (l:Lesson {id: $id})
   MATCH (n:Entity {key: $about})
   CREATE (l)-[:ABOUT {source: $source, at: $at}]->(n)
   RETURN l.id AS id`,
);

export const listLessons = readQuery<{ sessionId: string }, LessonRow>(
  'learning/list-lessons',
  `MATCH (s:LearningSession {id: $sessionId})<-[:LEARNED_IN]-(l:Lesson)
   RETURN l.id AS id, l.key AS key, l.text AS text, l.number AS number,
          [(l)-[:ABOUT]->(n:Entity) WHERE n.hidden IS NULL
            | {key: n.key, type: n.type, title: n.title, url: n.url}] AS about
   ORDER BY number`,
);

export interface LessonAboutRow {
  id: string;
  url: string;
  text: string;
  at: string;
  /** The session, as the only one in the list. */
  learnedIn: EntityRef[];
}

/** Newest first. Whoever may see what they are about may see them: a closed session is open to everyone. */
export const listLessonsAbout = readQuery<{ about: string; limit: number }, LessonAboutRow>(
  'learning/list-lessons-about',
  `MATCH (n:Entity {key: $about})<-[:ABOUT]-(l:Lesson)
   RETURN l.id AS id, l.url AS url, l.text AS text, l.createdAt AS at,
          [(l)-[:LEARNED_IN]->(s:LearningSession)
            | {key: s.key, type: s.type, title: s.title, url: s.url}] AS learnedIn
   ORDER BY at DESC, id DESC
   LIMIT $limit`,
);
