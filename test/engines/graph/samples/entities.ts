import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

/** Entities of rooms that need no more than what all entities share. */
const world = `
  CREATE (:Entity {id: 'PER', key: 'country:PER', type: 'country', title: 'Peru', url: '/countries/PER'})
  CREATE (:Entity {id: 'BOL', key: 'country:BOL', type: 'country', title: 'Bolivia', url: '/countries/BOL'})
  CREATE (:Entity {id: 'c1', key: 'case:c1', type: 'case', title: 'Rain harvest', url: '/cases/c1'})
  CREATE (:Entity {id: 'c2', key: 'case:c2', type: 'case', title: 'Withdrawn', url: '/cases/c2', hidden: true})`;

const links = `
  MATCH (c:Entity {key: 'case:c1'})
  MATCH (peru:Entity {key: 'country:PER'})
  CREATE (c)-[:HAPPENED_IN {source: 'seed', at: '2026-01-01T00:00:00.000Z'}]->(peru)`;

export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    await tx.run(writeQuery('samples/entities', world), {});
    await tx.run(writeQuery('samples/entity-links', links), {});
  });
}

export const samples: RoomSamples['samples'] = {
  'entities/count-linked': [{ key: 'country:PER' }, { key: 'case:none' }],
  'entities/list-visible-titles': { keys: ['country:PER', 'person:ana', 'country:none'] },
  'entities/list-linked': [
    { key: 'country:PER', at: '9999', id: '', limit: 10 },
    { key: 'case:c1', at: '2026-01-01T00:00:00.000Z', id: 'country:PER', limit: 10 },
  ],
  'entities/list-linked-of-type': [
    { key: 'country:PER', type: 'case', at: '9999', id: '', limit: 10 },
    { key: 'country:PER', type: 'thread', at: '9999', id: '', limit: 10 },
  ],
  'entities/find-visible-entity': [{ key: 'country:PER' }, { key: 'case:c2' }, { key: 'case:none' }],
};
