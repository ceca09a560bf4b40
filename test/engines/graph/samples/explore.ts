import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const world = [
  `CREATE (:Entity {id: 'x1', key: 'case:x1', type: 'case', title: 'Wells', url: '/cases/x1', lang: 'en', summary: 'S'})
   CREATE (:Entity {id: 'x2', key: 'case:x2', type: 'case', title: 'Nobody sees it', url: '/cases/x2', hidden: true})
   CREATE (:Entity {key: 'theme:x-wells', code: 'wells', type: 'theme', title: 'Wells', url: '/themes/wells'})
   CREATE (:Entity {key: 'theme:x-wide', code: 'wide', type: 'theme', title: 'Wide', url: '/themes/wide'})
   CREATE (:Entity {key: 'group:x-old', type: 'group', title: 'Old', url: '/groups/old'})`,
  link('case:x1', 'ADDRESSES', 'theme:x-wells', `source: 'person:ana', role: 'main'`),
  link('case:x1', 'HAPPENED_IN', 'country:PER', `source: 'person:ana'`),
  link('case:x1', 'INVOLVED', 'country:PER', `source: 'import:seed'`),
  link('case:x2', 'ADDRESSES', 'theme:x-wells', `source: 'person:ana'`),
  link('case:x1', 'ADDRESSES', 'theme:x-wide', `at: '2026-01-01'`),
  link('theme:x-wells', 'NARROWER_THAN', 'theme:x-wide', `source: 'reference:themes'`),
  link('country:PER', 'MEMBER_OF', 'group:x-old', `source: 'reference:groups', to: '2020-01-01'`),
];

function link(from: string, relation: string, to: string, properties: string): string {
  return `MATCH (a:Entity {key: '${from}'}) MATCH (b:Entity {key: '${to}'})
    CREATE (a)-[:${relation} {${properties}}]->(b)`;
}

export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    for (const text of world) await tx.run(writeQuery('samples/explore', text), {});
  });
}

const today = '2026-02-01';

export const samples: RoomSamples['samples'] = {
  'explore/count-incoming': [
    { key: 'country:PER', today },
    { key: 'theme:x-wells', today },
  ],
  'explore/count-outgoing': [
    { key: 'case:x1', today },
    { key: 'country:PER', today },
  ],
  'explore/find-graph-node': [{ key: 'theme:x-wells' }, { key: 'case:x2' }, { key: 'case:none' }],
  'explore/list-between': [
    { starts: ['theme:x-wells'], goals: ['country:PER', 'theme:x-wide'], today, limit: 10 },
    { starts: ['country:PER', 'theme:x-wells'], goals: ['theme:x-wells'], today, limit: 10 },
  ],
  'explore/list-broader-themes': { keys: ['theme:x-wells', 'theme:x-wide'] },
  'explore/list-case-cards': { keys: ['case:x1', 'case:x2', 'case:none'] },
  'explore/list-incoming-neighbours': { key: 'country:PER', relation: 'HAPPENED_IN', today, limit: 10 },
  'explore/list-newest-pointing': { key: 'country:PER', today, limit: 3 },
  'explore/list-outgoing-neighbours': { key: 'case:x1', relation: 'ADDRESSES', today, limit: 10 },
  'explore/list-pointed-at': { keys: ['case:x1', 'country:PER', 'case:none'], today },
  'explore/list-pointing': { keys: ['theme:x-wells', 'country:PER'], today },
  'explore/list-steps': {
    pairs: [
      { from: 'case:x1', to: 'country:PER' },
      { from: 'country:PER', to: 'group:x-old' },
    ],
    today,
  },
  'explore/list-visible-entities': { keys: ['case:x1', 'case:x2', 'case:none'] },
};
