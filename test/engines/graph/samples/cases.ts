import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const caseStudy = (id: string, rest: string) => `
  CREATE (:CaseStudy:Entity {id: '${id}', key: 'case:${id}', type: 'case', url: '/cases/${id}', title: 'Case ${id}', lang: 'en',
    version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-0${id.slice(-1)}T00:00:00.000Z', ${rest}})`;

const published = (day: number) =>
  `status: 'published', publishedVersion: 1, publishedAt: '2026-01-0${day}T00:00:00.000Z'`;

const link = (id: string, type: string, key: string, role: string | null) => `
  MATCH (c:CaseStudy {id: '${id}'}) MATCH (n:Entity {key: '${key}'})
  CREATE (c)-[:${type} {source: 'seed', at: '2026-01-01'${role ? `, role: '${role}'` : ''}}]->(n)`;

const world = [
  `CREATE (:Entity {key: 'theme:sample-broad', type: 'theme', title: 'Broad', url: '/themes/sample-broad'})
   CREATE (:Entity {key: 'theme:sample-narrow', type: 'theme', title: 'Narrow', url: '/themes/sample-narrow'})`,
  `MATCH (n:Entity {key: 'theme:sample-narrow'}) MATCH (b:Entity {key: 'theme:sample-broad'})
   CREATE (n)-[:NARROWER_THAN {source: 'seed'}]->(b)`,
  caseStudy('cs1', `${published(1)}, summary: 'S', startYear: 2020, clientKey: 'case-client-1'`),
  caseStudy('cs2', `${published(2)}, importKey: 'seed#2', importHash: 'h2', sourceName: 'seed'`),
  caseStudy('cs3', `status: 'draft', hidden: true`),
  link('cs1', 'HAPPENED_IN', 'country:PER', 'provider'),
  link('cs1', 'HAPPENED_IN', 'country:BOL', 'recipient'),
  link('cs1', 'ADDRESSES', 'theme:sample-narrow', null),
  link('cs1', 'CONTRIBUTED_BY', 'person:ana', null),
  link('cs2', 'HAPPENED_IN', 'country:PER', 'location'),
  link('cs3', 'HAPPENED_IN', 'country:PER', 'location'),
  link('cs3', 'CONTRIBUTED_BY', 'person:ana', null),
  `MATCH (c:CaseStudy {id: 'cs1'}) MATCH (p:Person {id: 'ana'})
   CREATE (v:CaseVersion {key: 'cs1#1', number: 1, at: '2026-01-01', data: '{}', note: 'first'})
   CREATE (v)-[:VERSION_OF]->(c) CREATE (v)-[:WRITTEN_BY]->(p)`,
  `MATCH (c:CaseStudy {id: 'cs2'})
   CREATE (v:CaseVersion {key: 'cs2#1', number: 1, at: '2026-01-02', data: '{}'})-[:VERSION_OF]->(c)`,
];

export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    for (const text of world) await tx.run(writeQuery('samples/cases', text), {});
  });
}

const at = '2026-02-01T00:00:00.000Z';
const all = { at: '2026-12-31', id: 'zz', limit: 10 };
const newLinks = (key: string, role: string | null = null) => ({
  links: [{ caseId: 'cs2', key, role }],
  source: 'person:ana',
  at,
});

export const samples: RoomSamples['samples'] = {
  'cases/change-case': {
    id: 'cs3',
    properties: { title: 'ñ', hidden: null, status: 'published', startYear: 2021, ongoing: true },
  },
  'cases/create-case-versions': {
    versions: [{ key: 'cs2#2', caseId: 'cs2', number: 2, data: '{"title":"x"}', note: null }],
    at,
  },
  'cases/create-cases': [
    {
      cases: [
        {
          id: 'cs8',
          key: 'case:cs8',
          url: '/cases/cs8',
          properties: { title: 'New', summary: null, hidden: true },
        },
        { id: 'cs9', key: 'case:cs9', url: '/cases/cs9', properties: { title: 'Newer', startYear: 2020 } },
      ],
    },
    { cases: [] },
  ],
  'cases/find-case': [{ id: 'cs1' }, { id: 'cs3' }, { id: 'none' }],
  'cases/find-case-by-client-key': [{ clientKey: 'case-client-1' }, { clientKey: 'none' }],
  'cases/link-actors': newLinks('country:BOL', 'funder'),
  'cases/link-contributor': newLinks('person:ana'),
  'cases/link-countries': newLinks('country:BOL', 'recipient'),
  'cases/link-modality': newLinks('theme:sample-broad'),
  'cases/link-targets': newLinks('theme:sample-broad'),
  'cases/link-themes': newLinks('theme:sample-broad'),
  'cases/link-version-writer': { key: 'cs2#1', personId: 'ana' },
  'cases/list-broader-themes': { keys: ['theme:sample-narrow', 'theme:sample-broad'] },
  'cases/list-case-ids': {},
  'cases/list-case-versions': [
    { id: 'cs1', from: 1 },
    { id: 'cs2', from: 1 },
    { id: 'cs1', from: 2 },
  ],
  'cases/list-cases-by-id': [{ ids: ['cs1', 'cs3', 'none'] }, { ids: [] }],
  'cases/list-cases-linked-to': [
    { ...all, keys: ['country:PER', 'country:BOL'] },
    { keys: ['country:PER'], at: '2026-01-02T00:00:00.000Z', id: 'cs2', limit: 1 },
  ],
  'cases/list-cases-linked-to-all': [
    { ...all, keys: ['country:PER'], others: [['country:BOL', 'theme:none'], ['theme:sample-narrow']] },
    { ...all, keys: ['country:PER'], others: [['theme:none']] },
  ],
  'cases/list-cases-of-contributor': { ...all, personId: 'ana' },
  'cases/list-imported-cases': { importKeys: ['seed#2', 'seed#3'] },
  'cases/list-narrower-themes': { key: 'theme:sample-broad' },
  'cases/list-published-cases': [
    { ...all, since: '2026-01-01' },
    { since: '2026-01-01', at: '2026-01-02T00:00:00.000Z', id: 'cs2', limit: 1 },
  ],
  'cases/list-version-notes': { keys: ['cs1#1', 'cs2#1', 'none'] },
  'cases/list-visible-entities': { keys: ['country:PER', 'case:cs3', 'country:none'] },
  'cases/take-case': [{ id: 'cs1' }, { id: 'none' }],
  'cases/unlink': { id: 'cs1', link: 'HAPPENED_IN', keys: ['country:BOL', 'country:none'] },
};
