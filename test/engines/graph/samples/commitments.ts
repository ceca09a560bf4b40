import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const at = '2026-01-05T00:00:00.000Z';

const commitment = (
  id: string,
  owner: string,
  { createdAt, dueOn, ...rest }: { createdAt: string; dueOn: string; remindOn?: string; state: string },
) => `
  MATCH (owner:Entity {key: '${owner}'}) MATCH (n:Entity {key: 'thread:t1'}) MATCH (p:Person {id: 'ben'})
  CREATE (c:Commitment:Entity {id: '${id}', key: 'commitment:${id}', type: 'commitment', url: '/commitments/${id}',
    title: 'Commitment ${id}', text: 'Commitment ${id}', lang: 'en', createdAt: '${createdAt}', dueOn: '${dueOn}',
    reviewOn: '${dueOn}', ${rest.remindOn ? `remindOn: '${rest.remindOn}',` : ''} state: '${rest.state}',
    stateAt: '${createdAt}', version: 1})
  CREATE (c)-[:ANSWERS {source: 'seed', at: '${at}'}]->(n)
  CREATE (c)-[:OWNED_BY {source: 'seed', at: '${at}'}]->(owner)
  CREATE (c)-[:MADE_BY {source: 'seed', at: '${at}'}]->(p)`;

const world = [
  commitment('cm1', 'person:ana', {
    createdAt: at,
    dueOn: '2026-03-01',
    remindOn: '2026-03-01',
    state: 'open',
  }),
  commitment('cm2', 'person:cho', { createdAt: at, dueOn: '2026-03-01', state: 'kept' }),
  commitment('cm3', 'person:ana', {
    createdAt: '2026-01-09T00:00:00.000Z',
    dueOn: '2026-02-01',
    remindOn: '2026-02-08',
    state: 'open',
  }),
  `MATCH (c:Commitment {id: 'cm1'}) MATCH (n:Entity {key: 'country:PER'})
   CREATE (c)-[:ABOUT {source: 'seed', at: '${at}'}]->(n)`,
  // Owned by and about the same person: still one commitment.
  `MATCH (c:Commitment {id: 'cm3'}) MATCH (n:Entity {key: 'person:ana'})
   CREATE (c)-[:ABOUT {source: 'seed', at: '${at}'}]->(n)`,
  `MATCH (c:Commitment {id: 'cm2'}) MATCH (p:Person {id: 'ana'})
   CREATE (r:CommitmentReport {key: 'cm2#1', number: 1, state: 'kept', note: 'Done', at: '${at}'})
   CREATE (r)-[:ON]->(c)
   CREATE (r)-[:REPORTED_BY]->(p)
   SET c.version = 2, c.stateNote = 'Done'`,
];

export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    for (const text of world) await tx.run(writeQuery('samples/commitments', text), {});
  });
}

const everything = ['ANSWERS', 'OWNED_BY', 'ABOUT'];
const newest = { state: null, at: '9999', id: '', limit: 10 };
const dueFirst = { state: null, at: '0000', id: '', limit: 10 };

export const samples: RoomSamples['samples'] = {
  'commitments/find-disabled-person': [{ key: 'person:ana' }, { key: 'person:none' }],
  'commitments/replace-owner': {
    id: 'cm1',
    ownerKey: 'person:cho',
    remindOn: '2026-03-01',
    source: 'person:ana',
    at,
  },
  'commitments/count-linked-commitments': [
    { entity: 'person:ana', relations: everything, today: '2026-02-15' },
    { entity: 'thread:t1', relations: everything, today: '2026-02-15' },
    { entity: 'country:none', relations: everything, today: '2026-02-15' },
  ],
  'commitments/create-commitment': [
    {
      id: 'cm9',
      key: 'commitment:cm9',
      url: '/commitments/cm9',
      title: 'New',
      text: 'New ñ',
      lang: null,
      at,
      dueOn: '2026-05-01',
      reviewOn: '2026-06-01',
      remindOn: '2026-05-01',
      ownerKey: 'person:ana',
      answers: 'thread:t1',
      makerId: 'ben',
      source: 'person:ben',
    },
  ],
  'commitments/create-report': [
    {
      id: 'cm1',
      key: 'cm1#1',
      number: 1,
      version: 2,
      state: 'open',
      note: 'Half way',
      at,
      remindOn: '2026-03-08',
      reporterId: 'ana',
    },
    {
      id: 'cm1',
      key: 'cm1#1',
      number: 1,
      version: 2,
      state: 'kept',
      note: 'Done',
      at,
      remindOn: null,
      reporterId: 'ana',
    },
  ],
  'commitments/find-commitment': [{ id: 'cm1' }, { id: 'cm2' }, { id: 'none' }],
  'commitments/link-commitment': [
    { id: 'cm2', keys: ['country:PER', 'case:c1', 'case:none'], source: 'person:ben', at },
    { id: 'cm2', keys: [], source: 'person:ben', at },
  ],
  'commitments/list-commitment-ids': {},
  'commitments/list-commitments': [
    { ...newest, since: '2026-01-01' },
    { ...newest, since: '2026-01-01', at, id: 'cm2' },
    { ...newest, since: '2026-01-01', state: 'open', limit: 1 },
  ],
  'commitments/list-commitments-by-due-day': [
    { ...dueFirst, at: '2026-01-01', until: '2026-12-31' },
    { ...dueFirst, at: '2026-03-01', id: 'cm1', until: '2026-12-31' },
    { ...dueFirst, at: '2026-01-01', until: '2026-12-31', state: 'open', limit: 1 },
  ],
  'commitments/list-due-reminders': [
    { since: '2026-01-01', today: '2026-02-08', limit: 10 },
    { since: '2026-01-01', today: '2026-02-07', limit: 10 },
  ],
  'commitments/list-linked-commitments': [
    { ...newest, entity: 'person:ana', relations: everything },
    { ...newest, entity: 'person:ana', relations: ['OWNED_BY'], limit: 1 },
    { ...newest, entity: 'thread:t1', relations: ['ANSWERS'], at, id: 'cm2' },
    { ...newest, entity: 'country:PER', relations: ['ABOUT'], state: 'kept' },
  ],
  'commitments/list-linked-commitments-by-due-day': [
    { ...dueFirst, entity: 'person:ana', relations: everything },
    { ...dueFirst, entity: 'thread:t1', relations: ['ANSWERS'], at: '2026-03-01', id: 'cm1' },
    { ...dueFirst, entity: 'thread:t1', relations: ['ANSWERS'], state: 'open', limit: 1 },
  ],
  'commitments/list-reports-by-key': [{ keys: ['cm2#1', 'cm2#2'] }, { keys: [] }],
  'commitments/set-remind-on': [
    { id: 'cm1', remindOn: '2026-03-08' },
    { id: 'cm1', remindOn: null },
  ],
  'commitments/take-commitment': [{ id: 'cm1' }, { id: 'none' }],
};
