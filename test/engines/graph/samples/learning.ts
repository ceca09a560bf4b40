import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const session = (id: string, startsAtUtc: string, endsAtUtc: string, rest: string) => `
  MATCH (p:Person {id: 'ana'}) MATCH (n:Entity {key: 'case:c1'})
  CREATE (s:LearningSession:Entity {id: '${id}', key: 'session:${id}', type: 'session', url: '/sessions/${id}',
    title: 'Session ${id}', startsAtUtc: '${startsAtUtc}', endsAtUtc: '${endsAtUtc}', languages: ['en', 'fr'],
    registered: 1, waiting: 2, ${rest}})
  CREATE (s)-[:PROPOSED_BY {source: 'seed', at: '2026-01-01'}]->(p)
  CREATE (s)-[:FACILITATED_BY {source: 'seed', at: '2026-01-01'}]->(p)
  CREATE (s)-[:ABOUT {source: 'seed', at: '2026-01-01'}]->(n)`;

const registration = (person: string, state: string, number: number, rest: string) => `
  MATCH (s:LearningSession {id: 'ls1'}) MATCH (p:Person {id: '${person}'})
  CREATE (r:Registration {key: 'ls1#${person}', sessionId: 'ls1', personId: '${person}', state: '${state}',
    number: ${number}, since: '2026-01-0${number}T00:00:00.000Z'${rest}})
  CREATE (r)-[:FOR]->(s)
  CREATE (r)-[:OF]->(p)`;

const world = [
  session('ls1', '2026-03-01T10:00:00.000Z', '2026-03-01T11:00:00.000Z', `purpose: 'To learn', places: 1`),
  session(
    'ls2',
    '2026-02-01T10:00:00.000Z',
    '2026-02-01T11:00:00.000Z',
    `format: 'webinar', closedAt: '2026-02-01T11:05:00.000Z'`,
  ),
  session(
    'ls3',
    '2026-04-01T10:00:00.000Z',
    '2026-04-01T11:00:00.000Z',
    `cancelledAt: '2026-02-01T00:00:00.000Z'`,
  ),
  `MATCH (s:LearningSession {id: 'ls2'}) MATCH (p:Person {id: 'ben'})
   CREATE (s)-[:HAS_PARTICIPANT {source: 'seed', at: '2026-02-01'}]->(p)`,
  registration('ana', 'facilitating', 1, ''),
  registration('ben', 'waiting', 2, `, handNumber: 1, timeZone: 'America/Lima'`),
  registration('cho', 'waiting', 3, `, mailPending: true, pendingMail: 'moved'`),
  `MATCH (s:LearningSession {id: 'ls1'}) MATCH (p:Person {id: 'ana'})
   CREATE (o:Poll {key: 'ls1#poll-1', number: 1, question: 'Which?', options: ['a', 'b'], counts: [1, 0],
     openedAt: '2026-03-01T10:10:00.000Z'})
   CREATE (o)-[:ASKED_IN]->(s)
   CREATE (o)-[:OPENED_BY]->(p)
   CREATE (a:PollAnswer {key: 'ls1#poll-1#ben', choice: 0, at: '2026-03-01T10:11:00.000Z'})
   CREATE (a)-[:ANSWER_TO]->(o)
   CREATE (n:SessionNote {key: 'ls1#1', number: 1, text: 'ñ', at: '2026-03-01T10:12:00.000Z'})
   CREATE (n)-[:NOTED_IN]->(s)
   CREATE (n)-[:WRITTEN_BY]->(p)
   CREATE (l:Lesson:Entity {id: 'le1', key: 'lesson:le1', type: 'lesson', url: '/sessions/ls1#lesson-le1',
     title: 'Ask early', text: 'Ask early', number: 1, createdAt: '2026-03-01T11:00:00.000Z'})
   CREATE (l)-[:LEARNED_IN {source: 'seed', at: '2026-03-01'}]->(s)`,
  `MATCH (l:Lesson {id: 'le1'}) MATCH (n:Entity {key: 'case:c1'})
   CREATE (l)-[:ABOUT {source: 'seed', at: '2026-03-01'}]->(n)`,
  `CREATE (:CalendarAddress {personId: 'ana', tokenHash: 'calendar-1', at: '2026-01-01'})`,
];

export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    for (const text of world) await tx.run(writeQuery('samples/learning', text), {});
  });
}

const at = '2026-02-10T00:00:00.000Z';
const source = 'person:ana';
const upcoming = {
  since: '2026-01-15',
  until: '2026-12-31',
  at: '',
  id: '',
  which: 'upcoming',
  format: '',
  now: at,
  limit: 10,
};
const past = { ...upcoming, at: '9999', which: 'past' };

export const samples: RoomSamples['samples'] = {
  'learning/change-registrations': [
    {
      keys: ['ls1#ben', 'ls1#cho'],
      properties: { state: 'registered', since: at, mailPending: null },
      revises: 1,
    },
    { keys: [], properties: { state: 'registered' }, revises: 1 },
  ],
  'learning/change-session': { id: 'ls1', properties: { title: 'Newer', places: null, registered: 4 } },
  'learning/close-poll': { key: 'ls1#poll-1', at },
  'learning/count-waiting-before': [
    { sessionId: 'ls1', number: 3 },
    { sessionId: 'none', number: 3 },
  ],
  'learning/create-lesson': {
    id: 'le2',
    key: 'lesson:le2',
    url: '/sessions/ls1#lesson-le2',
    title: 'Pay early',
    text: 'Pay early',
    number: 2,
    sessionId: 'ls1',
    source,
    at,
  },
  'learning/create-note': { key: 'ls1#2', sessionId: 'ls1', number: 2, text: 'More', authorId: 'ben', at },
  'learning/create-poll': {
    key: 'ls1#poll-2',
    sessionId: 'ls1',
    number: 2,
    question: 'When?',
    options: ['now', 'later'],
    counts: [0, 0],
    openerId: 'ana',
    at,
  },
  'learning/create-registration': {
    key: 'ls2#ben',
    sessionId: 'ls2',
    personId: 'ben',
    properties: { state: 'registered', number: 1, since: at, timeZone: null },
  },
  'learning/create-session': {
    id: 'ls9',
    key: 'session:ls9',
    url: '/sessions/ls9',
    properties: { title: 'New', languages: ['en'], places: null, sequence: 0 },
    proposerId: 'ana',
    source,
    at,
  },
  'learning/find-calendar-address': [{ tokenHash: 'calendar-1' }, { tokenHash: 'none' }],
  'learning/find-poll': [{ key: 'ls1#poll-1' }, { key: 'none' }],
  'learning/find-poll-answer': [{ key: 'ls1#poll-1#ben' }, { key: 'none' }],
  'learning/find-reader-language': [{ personId: 'ana' }, { personId: 'none' }],
  'learning/find-registration': [{ key: 'ls1#ben' }, { key: 'none' }],
  'learning/find-session': [{ id: 'ls1' }, { id: 'ls2' }, { id: 'none' }],
  'learning/link-facilitators': [
    { id: 'ls1', ids: ['ben', 'none'], source, at },
    { id: 'ls1', ids: [], source, at },
  ],
  'learning/link-lesson': { id: 'le1', about: 'country:PER', source, at },
  'learning/link-participant': [
    { id: 'ls1', personId: 'ben', source, at },
    { id: 'ls2', personId: 'ben', source, at },
  ],
  'learning/link-subjects': { id: 'ls1', keys: ['country:PER', 'country:none'], source, at },
  'learning/list-beginning': [
    { since: '2026-02-28', until: '2026-03-02' },
    { since: '2026-03-28', until: '2026-04-02' },
  ],
  'learning/list-hands': [{ sessionId: 'ls1' }, { sessionId: 'ls2' }],
  'learning/list-latest': [
    past,
    { ...past, format: 'webinar' },
    { ...past, which: 'all', at: '2026-03-01T10:00:00.000Z', id: 'ls1' },
  ],
  'learning/list-latest-about': { ...past, about: 'case:c1' },
  'learning/list-latest-with': [
    { ...past, personId: 'ben' },
    { ...past, which: 'all', personId: 'ana' },
  ],
  'learning/list-lessons': [{ sessionId: 'ls1' }, { sessionId: 'ls2' }],
  'learning/list-lessons-about': [
    { about: 'case:c1', limit: 5 },
    { about: 'case:none', limit: 5 },
  ],
  'learning/list-notes-by-key': [{ keys: ['ls1#1', 'ls1#2'] }, { keys: [] }],
  'learning/list-own-latest': { ...past, which: 'all', personId: 'ben', states: ['waiting'] },
  'learning/list-own-soonest': { ...upcoming, personId: 'ana', states: ['registered', 'facilitating'] },
  'learning/list-people-with-roles': { ids: ['ana', 'none', 'ben'] },
  'learning/list-pending-mails': { limit: 10 },
  'learning/list-polls-by-key': { keys: ['ls1#poll-1', 'none'] },
  'learning/list-polls': [{ sessionId: 'ls1' }, { sessionId: 'ls2' }],
  'learning/list-registrations': [{ sessionId: 'ls1' }, { sessionId: 'ls2' }],
  'learning/list-places': [{ sessionId: 'ls1' }, { sessionId: 'ls2' }],
  'learning/list-session-ids': {},
  'learning/list-session-subjects': { id: 'ls1', types: ['case', 'country'] },
  'learning/list-soonest': [
    upcoming,
    { ...upcoming, format: 'webinar' },
    { ...upcoming, which: 'all', at: '2026-02-01T10:00:00.000Z', id: 'ls2' },
  ],
  'learning/list-soonest-about': { ...upcoming, about: 'case:c1' },
  'learning/list-soonest-with': { ...upcoming, personId: 'ana' },
  'learning/list-visible-subjects': { keys: ['case:c1', 'case:c2', 'country:PER', 'case:none'] },
  'learning/list-held-by-disabled': [{ sessionId: 'ls1' }, { sessionId: 'none' }],
  'learning/list-removed': [{ sessionId: 'ls1' }, { sessionId: 'none' }],
  'learning/list-sessions-held-in': [{ personId: 'ana' }, { personId: 'none' }],
  'learning/list-waiting': [
    { sessionId: 'ls1', limit: 1 },
    { sessionId: 'ls2', limit: 5 },
  ],
  'learning/lower-all-hands': { sessionId: 'ls1' },
  'learning/mark-pending-mail': { sessionId: 'ls1', mail: 'cancelled', exceptId: 'ana' },
  'learning/mark-outcome-mail': [
    { sessionId: 'ls1', exceptId: 'ben', everyone: false },
    { sessionId: 'ls1', exceptId: 'none', everyone: true },
  ],
  'learning/put-poll-answer': [
    { key: 'ls1#poll-1#ben', pollKey: 'ls1#poll-1', choice: 1, counts: [0, 1], at },
    { key: 'ls1#poll-1#ana', pollKey: 'ls1#poll-1', choice: 1, counts: [1, 1], at },
  ],
  'learning/remove-calendar-address': [{ personId: 'ana' }, { personId: 'none' }],
  'learning/replace-calendar-address': [
    { personId: 'ana', tokenHash: 'calendar-2', at },
    { personId: 'ben', tokenHash: 'calendar-3', at },
  ],
  'learning/take-pending-mail': [
    { key: 'ls1#cho', mail: 'moved' },
    { key: 'ls1#ben', mail: 'moved' },
  ],
  'learning/take-reminder': [{ key: 'ls1#ana', reminder: 'day 2026' }],
  'learning/take-session': [{ id: 'ls1' }, { id: 'none' }],
  'learning/unlink-facilitators': { id: 'ls1', ids: ['ana'] },
  'learning/unlink-participant': [
    { id: 'ls2', personId: 'ben' },
    { id: 'ls1', personId: 'ben' },
  ],
  'learning/unlink-subjects': { id: 'ls1', keys: ['case:c1'] },
};
