import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const entity = (labels: string, type: string, code: string, rest: string) =>
  `CREATE (:${labels}:Entity {key: '${type}:${code}', code: '${code}', type: '${type}', url: '/x', ${rest}})`;

const link = (from: string, relation: string, to: string, rest = '') =>
  `MATCH (a:Entity {key: '${from}'}) MATCH (b:Entity {key: '${to}'})
   CREATE (a)-[:${relation} {source: 'reference:seed', at: '2026-01-01T00:00:00.000Z'${rest}}]->(b)`;

const actor = (id: string, name: string, createdAt: string) =>
  `CREATE (:Actor:Entity {id: '${id}', key: 'actor:${id}', type: 'actor', title: '${name}', url: '/actors/${id}',
     name: '${name}', nameKey: '${name.toLowerCase()}', identity: 'PER/${name.toLowerCase()}', actorType: 'ngo',
     createdAt: '${createdAt}', addedBy: 'person:ana'})`;

const world = [
  `CREATE (:ReferenceLoad {id: 'atlas', digest: 'abc', removedThemes: ['old']})`,
  `MATCH (c:Entity {key: 'country:PER'}) SET c:Country, c.code = 'PER'`,
  `MATCH (c:Entity {key: 'country:BOL'}) SET c:Country, c.code = 'BOL'`,
  entity('Region', 'region', 'sample', "title: 'Sample region'"),
  entity('Sdg', 'sdg', '6', "title: 'Water'"),
  entity('Theme', 'theme', 'water', `title: 'Water', names: '{"en":"Water"}'`),
  entity('Theme', 'theme', 'wells', `title: 'Wells', names: '{"en":"Wells"}', editedAt: '2026-01-01'`),
  link('country:PER', 'PART_OF', 'region:sample'),
  link('theme:wells', 'NARROWER_THAN', 'theme:water'),
  link('theme:wells', 'SERVES', 'sdg:6', ', rank: 1'),
  actor('ac1', 'Agua', '2026-01-01T00:00:00.000Z'),
  actor('ac2', 'Agua Viva', '2026-01-02T00:00:00.000Z'),
  link('actor:ac1', 'BASED_IN', 'country:PER'),
];

export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    for (const text of world) await tx.run(writeQuery('samples/atlas', text), {});
  });
}

const at = '2026-02-01T00:00:00.000Z';
const row = (type: string) => ({
  rows: [
    {
      key: `${type}:n1`,
      code: 'n1',
      title: 'One',
      url: '/1',
      properties: { type, level: 'x', nothing: null },
    },
    { key: `${type}:n2`, code: 'n2', title: 'Two', url: '/2', properties: { type } },
  ],
});
const links = (from: string, to: string) => ({
  at,
  links: [
    { from, to, source: 'reference:test', properties: { from: '2020-01-01', to: null } },
    { from, to: 'region:none', source: 'reference:test', properties: {} },
  ],
});
const newActor = {
  id: 'ac9',
  key: 'actor:ac9',
  url: '/actors/ac9',
  name: 'Agua',
  nameKey: 'agua',
  type: 'university',
};

export const samples: RoomSamples['samples'] = {
  'atlas/count-theme-uses': [{ code: 'water' }, { code: 'wells' }, { code: 'none' }],
  'atlas/create-country-records': row('country'),
  'atlas/create-group-records': row('group'),
  'atlas/create-income-records': row('income'),
  'atlas/create-modality-records': row('modality'),
  'atlas/create-region-records': row('region'),
  'atlas/create-sdg-records': row('sdg'),
  'atlas/create-sector-records': row('sector'),
  'atlas/create-target-records': row('target'),
  'atlas/create-theme-records': row('theme'),
  'atlas/create-theme': { code: 'fog', key: 'theme:fog', url: '/themes/fog', title: 'Fog', names: '{}', at },
  'atlas/delete-theme': [{ code: 'wells' }, { code: 'none' }],
  'atlas/ensure-actors': [
    { actors: [{ ...newActor, identity: 'PER/agua' }], at, source: 'import:test' },
    {
      actors: [
        { ...newActor, identity: 'none/agua', type: null },
        { ...newActor, identity: 'PER/agua viva', id: 'ac10', key: 'actor:ac10', url: '/actors/ac10' },
      ],
      at,
      source: 'import:test',
    },
    { actors: [], at, source: 'import:test' },
  ],
  'atlas/find-actor-by-identity': [{ identity: 'PER/agua viva' }, { identity: 'none' }],
  'atlas/find-reference-load': [{ id: 'atlas' }, { id: 'none' }],
  'atlas/link-in-income-group': links('country:PER', 'region:sample'),
  'atlas/link-member-of': links('country:PER', 'region:sample'),
  'atlas/link-narrower-than': links('theme:water', 'theme:wells'),
  'atlas/link-part-of': links('country:BOL', 'region:sample'),
  'atlas/link-serves': links('theme:water', 'sdg:6'),
  'atlas/list-actor-ids': {},
  'atlas/list-actors': [
    { since: '2026-01-01', at: '2026-12-31', id: 'zz', limit: 10 },
    { since: '2026-01-01', at: '2026-01-02T00:00:00.000Z', id: 'ac2', limit: 1 },
  ],
  'atlas/list-actors-by-id': [{ ids: ['ac2', 'none', 'ac1'] }, { ids: [] }],
  'atlas/list-actors-by-name': [
    { from: 'agua', to: 'agua\uffff', limit: 10 },
    { from: 'agua v', to: 'agua v\uffff', limit: 1 },
  ],
  'atlas/list-actors-of-country': [
    { country: 'PER', at: '2026-12-31', id: 'zz', limit: 10 },
    { country: 'BOL', at: '2026-12-31', id: 'zz', limit: 10 },
  ],
  'atlas/list-known-keys': { keys: ['theme:wells', 'theme:water', 'theme:none'] },
  'atlas/list-themes': {},
  'atlas/record-reference-load': { id: 'atlas', digest: 'def', at },
  'atlas/remember-removed-theme': { id: 'atlas', code: 'wells' },
  'atlas/remove-actor-country': [{ id: 'ac1' }, { id: 'ac2' }],
  'atlas/remove-broader-theme': { code: 'wells' },
  'atlas/remove-reference-links': { keys: ['theme:wells', 'country:PER', 'theme:none'] },
  'atlas/remove-served-sdgs': { code: 'wells' },
  'atlas/rename-theme': { code: 'water', title: 'Agua', names: '{"en":"Agua"}', version: 2, at },
  'atlas/set-actor-countries': { actors: [{ id: 'ac2', country: 'BOL' }], source: 'person:ana', at },
  'atlas/set-broader-theme': { code: 'water', parent: 'wells', source: 'person:ana', at },
  'atlas/set-served-sdgs': {
    code: 'water',
    sdgs: [
      { key: 'sdg:6', rank: 1 },
      { key: 'sdg:none', rank: 2 },
    ],
    source: 'person:ana',
    at,
  },
  'atlas/take-actor': [{ id: 'ac1' }, { id: 'ac2' }, { id: 'none' }],
  'atlas/take-reference-load': [{ id: 'atlas' }, { id: 'new' }],
  'atlas/update-actor': { id: 'ac2', identity: 'BOL/x', name: 'X', nameKey: 'x', type: null, version: 2 },
  'atlas/update-reference-records': row('theme'),
};
