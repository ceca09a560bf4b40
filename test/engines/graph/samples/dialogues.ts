import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const link = (type: string, from: string, to: string) =>
  `CREATE (${from})-[:${type} {source: 'seed', at: '2026-01-01'}]->(${to})`;

const dialogue = (id: string, day: number, rest: string) => `
  MATCH (p:Person {id: 'ana'}) MATCH (b:Person {id: 'ben'}) MATCH (n:Entity {key: 'country:PER'})
  MATCH (e:Entity {key: 'case:cs1'})
  CREATE (d:Dialogue:Entity {id: '${id}', key: 'dialogue:${id}', type: 'dialogue', url: '/dialogues/${id}',
    title: 'Question ${id}', lang: 'en', background: 'B', timeZone: 'UTC', phases: '[]', version: 1,
    createdAt: '2026-01-0${day}T00:00:00.000Z', updatedAt: '2026-01-0${day}T00:00:00.000Z', ${rest}})
  ${link('CONVENED_BY', 'd', 'p')} ${link('CO_CONVENED_BY', 'd', 'b')} ${link('ABOUT', 'd', 'n')}
  ${link('EVIDENCE', 'd', 'e')}`;

const statement = (id: string, author: string, day: number, rest: string) => `
  MATCH (d:Dialogue {id: 'd1'}) MATCH (a:Person {id: '${author}'})
  CREATE (s:Statement:Entity {id: '${id}', key: 'statement:${id}', type: 'statement', dialogueId: 'd1',
    url: '/dialogues/d1#statement-${id}', title: 'Text ${id}', text: 'Text ${id}', lang: 'en',
    createdAt: '2026-01-0${day}T00:00:00.000Z', ${rest}})
  ${link('PROPOSED_IN', 's', 'd')} ${link('PROPOSED_BY', 's', 'a')}`;

const answer = (statementId: string, person: string, choice: string, country: string | null) => `
  MATCH (s:Statement {id: '${statementId}'}) MATCH (p:Person {id: '${person}'})
  CREATE (a:Answer {key: '${statementId}#${person}', statementId: '${statementId}', choice: '${choice}',
    at: '2026-01-03', version: 1 ${country ? `, country: '${country}'` : ''}})
  CREATE (a)-[:ANSWER_TO]->(s)
  CREATE (a)-[:GIVEN_BY]->(p)`;

const world = [
  dialogue('d1', 1, `clientKey: 'dialogue-client-1'`),
  dialogue('d2', 2, `closedAt: '2026-01-05T00:00:00.000Z'`),
  statement(
    'st1',
    'ben',
    1,
    `status: 'approved', agree: 1, disagree: 1, pass: 0, clientKey: 'statement-client-1'`,
  ),
  statement('st2', 'cho', 2, `status: 'waiting', hidden: true, agree: 0, disagree: 0, pass: 0`),
  statement('st3', 'ben', 3, `status: 'refused', reason: 'R', hidden: true, agree: 0, disagree: 0, pass: 0`),
  answer('st1', 'ana', 'agree', 'country:PER'),
  answer('st1', 'cho', 'disagree', null),
  `MATCH (d:Dialogue {id: 'd2'}) MATCH (s:Statement {id: 'st1'}) MATCH (p:Person {id: 'ben'})
   MATCH (c:Entity {key: 'case:cs1'})
   CREATE (o:Outcome:Entity {id: 'o1', key: 'outcome:o1', type: 'outcome', url: '/dialogues/d2/outcome',
     title: 'Question d2', dialogueId: 'd2', agreed: 'A', agreedBy: 'B', at: '2026-01-05T00:00:00.000Z',
     closedById: 'ana', closedByName: 'Ana', mailPending: true})
   ${link('CAME_OUT_OF', 'o', 'd')} ${link('DRAWS_ON', 'o', 's')} ${link('AGREED_BY', 'o', 'p')}
   ${link('LED_TO', 'o', 'c')}
   CREATE (:OutcomeMail {key: 'o1#ana', claimedAt: '2026-01-05', sentAt: '2026-01-05'})
   CREATE (:OutcomeMail {key: 'o1#ben', claimedAt: ''})`,
  `MATCH (t:Thread {id: 't1'}) MATCH (d:Dialogue {id: 'd1'}) ${link('ABOUT', 't', 'd')}`,
];

export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    for (const text of world) await tx.run(writeQuery('samples/dialogues', text), {});
  });
}

const at = '2026-02-01T00:00:00.000Z';
const source = 'person:ana';
const all = { at: '2026-12-31', id: 'zz', limit: 10 };
const links = (id: string, keys: string[]) => ({ id, keys, source, at });

export const samples: RoomSamples['samples'] = {
  'dialogues/change-answer': [
    { key: 'st1#ana', choice: 'pass', at },
    { key: 'st1#cho', choice: 'pass', at },
  ],
  'dialogues/change-dialogue': { id: 'd1', properties: { title: 'ñ', background: null, version: 2 } },
  'dialogues/claim-outcome-mail': [
    { key: 'o1#ben', at },
    { key: 'o1#cho', at },
  ],
  'dialogues/count-answerers': [{ dialogueId: 'd1' }, { dialogueId: 'd2' }, { dialogueId: 'none' }],
  'dialogues/count-answers': [{ dialogueId: 'd1' }, { dialogueId: 'd2' }],
  'dialogues/count-statements': [{ dialogueId: 'd1' }, { dialogueId: 'none' }],
  'dialogues/create-answers': [
    {
      answers: [
        { key: 'st1#ben', statementId: 'st1', personId: 'ben', choice: 'agree', at },
        { key: 'st2#ana', statementId: 'st2', personId: 'ana', choice: 'pass', at },
        { key: 'none#ana', statementId: 'none', personId: 'ana', choice: 'pass', at },
      ],
    },
    { answers: [] },
  ],
  'dialogues/create-dialogue': {
    id: 'd9',
    key: 'dialogue:d9',
    url: '/dialogues/d9',
    properties: { title: 'New', background: null, phases: '[]', version: 1, createdAt: at },
  },
  'dialogues/create-outcome': {
    ...{
      id: 'o9',
      key: 'outcome:o9',
      url: '/dialogues/d1/outcome',
      title: 'Q',
      dialogueId: 'd1',
      agreed: 'A',
    },
    ...{ agreedBy: null, dissent: 'D', reviewOn: null, lang: 'en', closedById: 'ana', closedByName: 'Ana' },
    ...{ source, at },
  },
  'dialogues/create-statement': {
    ...{
      id: 'st9',
      key: 'statement:st9',
      url: '/x',
      dialogueId: 'd1',
      text: 'ñ',
      lang: null,
      authorId: 'ana',
    },
    ...{ source, at },
  },
  'dialogues/find-dialogue': [{ id: 'd1' }, { id: 'd2' }, { id: 'none' }],
  'dialogues/find-dialogue-by-client-key': [{ clientKey: 'dialogue-client-1' }, { clientKey: 'none' }],
  'dialogues/find-dialogue-facts': [{ id: 'd1' }, { id: 'none' }],
  'dialogues/find-outcome': [{ id: 'o1' }, { id: 'none' }],
  'dialogues/find-outcome-mail': [{ key: 'o1#ana' }, { key: 'o1#ben' }, { key: 'none' }],
  'dialogues/find-outcome-of': [{ dialogueId: 'd2' }, { dialogueId: 'd1' }],
  'dialogues/find-statement': [{ id: 'st1' }, { id: 'st3' }, { id: 'none' }],
  'dialogues/find-statement-by-client-key': [{ clientKey: 'statement-client-1' }, { clientKey: 'none' }],
  'dialogues/link-co-conveners': links('d1', ['person:cho']),
  'dialogues/link-commitments': links('o1', ['case:cs2']),
  'dialogues/link-convener': links('d1', ['person:ben']),
  'dialogues/link-evidence': links('d1', ['case:cs2', 'case:none']),
  'dialogues/link-parties': links('o1', ['person:ana']),
  'dialogues/link-sources': links('o1', ['statement:st2']),
  'dialogues/link-subjects': links('d1', ['country:BOL']),
  'dialogues/list-answers': [{ keys: ['st1#ana', 'st1#cho', 'st1#ben'] }, { keys: [] }],
  'dialogues/list-approved-statements': [{ dialogueId: 'd1' }, { dialogueId: 'd2' }],
  'dialogues/list-dialogue-ids': {},
  'dialogues/list-dialogues': [
    { ...all, since: '2026-01-01' },
    { since: '2026-01-01', at: '2026-01-02T00:00:00.000Z', id: 'd2', limit: 1 },
  ],
  'dialogues/list-dialogues-by-id': [{ ids: ['d2', 'd1', 'none'] }, { ids: [] }],
  'dialogues/list-dialogues-linked-to': [
    { ...all, key: 'country:PER' },
    { ...all, key: 'case:cs1' },
    { ...all, key: 'person:ben' },
    { key: 'person:ana', at: '2026-01-02T00:00:00.000Z', id: 'd2', limit: 1 },
    { ...all, key: 'country:none' },
  ],
  'dialogues/list-outcomes-to-mail': {},
  'dialogues/list-participants': [{ dialogueId: 'd1' }, { dialogueId: 'none' }],
  'dialogues/list-schedules': [
    { ...all, since: '2026-01-01' },
    { since: '2026-01-01', at: '2026-01-02T00:00:00.000Z', id: 'd2', limit: 1 },
  ],
  'dialogues/list-schedules-linked-to': [
    { ...all, key: 'country:PER' },
    { key: 'person:ana', at: '2026-01-02T00:00:00.000Z', id: 'd2', limit: 1 },
  ],
  'dialogues/list-statement-ids': [{ dialogueId: 'd1' }, { dialogueId: 'none' }],
  'dialogues/list-statements': [
    { ...all, dialogueId: 'd1', status: 'approved' },
    { ...all, dialogueId: 'd1', status: 'refused' },
    { dialogueId: 'd1', status: 'waiting', at: '2026-01-02T00:00:00.000Z', id: 'st2', limit: 1 },
  ],
  'dialogues/list-statements-by-id': [{ ids: ['st2', 'st1', 'none'] }, { ids: [] }],
  'dialogues/list-statements-of': [
    { ...all, dialogueId: 'd1', personId: 'ben' },
    { dialogueId: 'd1', personId: 'ben', at: '2026-01-03T00:00:00.000Z', id: 'st3', limit: 1 },
    { ...all, dialogueId: 'd2', personId: 'ben' },
  ],
  'dialogues/list-visible-entities': { keys: ['country:PER', 'statement:st2', 'country:none'] },
  'dialogues/mark-outcome-mail-sent': { key: 'o1#ben', at },
  'dialogues/mark-outcome-mailed': [{ id: 'o1' }, { id: 'none' }],
  'dialogues/moderate-statement': [
    { id: 'st2', status: 'approved', hidden: null, reason: null, moderatorId: 'ana', at },
    { id: 'st1', status: 'refused', hidden: true, reason: 'R', moderatorId: 'ana', at },
  ],
  'dialogues/set-answer-totals': { id: 'st1', agree: 2, disagree: 0, pass: 1, unshown: 3 },
  'dialogues/show-answers': [{ id: 'st1' }, { id: 'none' }],
  'dialogues/show-answers-so-far': { fewest: 2 },
  'dialogues/show-totals-so-far': { fewest: 2 },
  'dialogues/take-dialogue': [{ id: 'd1' }, { id: 'none' }],
  'dialogues/take-outcome': { id: 'o1' },
  'dialogues/unlink-dialogue': { id: 'd1', link: 'ABOUT', keys: ['country:PER', 'country:none'] },
};
