import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const person = (id: string, rest: string) => `
  CREATE (:Person:Entity {id: '${id}', key: 'person:${id}', type: 'person', url: '/people/${id}', bio: '',
    organisation: 'Org', locale: 'en', passwordHash: 'hash', createdAt: '2026-01-01T00:00:00.000Z',
    emailKey: '${id}@example.org', email: '${id}@example.org', ${rest}})`;

const world = [
  person(
    'ana',
    `name: 'Ana', title: 'Ana', roles: ['administrator'], isAdministrator: true, verifiedAt: '2026-01-02',
     nameSkeleton: 'ana'`,
  ),
  person('ben', `name: 'Ben', title: 'Ben', roles: []`),
  person('cho', `name: 'Cho', title: 'Cho', roles: [], hidden: true`),
  `CREATE (:MailLink {tokenHash: 'link-admin', purpose: 'become-administrator', expiresAt: '2026-03-01'})`,
].join('\n');

const links = [
  `MATCH (p:Person {id: 'ana'}) MATCH (a:Entity {key: 'actor:ac1'})
   CREATE (p)-[:WORKS_FOR {source: 'seed', at: '2026-01-01T00:00:00.000Z'}]->(a)`,
  `MATCH (p:Person {id: 'ana'}) MATCH (c:Entity {key: 'country:PER'})
   CREATE (p)-[:LIVES_IN {source: 'seed', at: '2026-01-01T00:00:00.000Z'}]->(c)`,
  `MATCH (p:Person {id: 'ana'})
   CREATE (:Session {id: 's1', tokenHash: 'session-1', createdAt: '2026-01-01', lastSeenAt: '2026-01-05',
                     expiresAt: '2026-02-01', userAgent: 'A'})-[:OF]->(p)
   CREATE (:Session {id: 's2', tokenHash: 'session-2', createdAt: '2026-01-02', lastSeenAt: '2026-01-03',
                     expiresAt: '2026-02-02', userAgent: 'B'})-[:OF]->(p)
   CREATE (:ApiToken {id: 'k1', tokenHash: 'token-1', name: 'script', scopes: ['read'],
                      createdAt: '2026-01-01'})-[:OF]->(p)
   CREATE (:MailLink {tokenHash: 'link-1', purpose: 'reset-password', expiresAt: '2026-03-01'})-[:OF]->(p)`,
  `CREATE (:FormDraft {name: 'ana/d1', personId: 'ana', key: 'd1', form: '/cases/new', page: '/cases/new', lang: 'en',
                       title: 'Walls', fields: '[["title","Walls"]]', version: 2, savedAt: '2026-01-03'})
   CREATE (:FormDraft {name: 'ana/d2', personId: 'ana', key: 'd2', form: '/sessions/new', page: '/sessions/new',
                       lang: 'ar', title: '', fields: '[["goal","Gates"]]', version: 1, savedAt: '2026-01-06'})`,
];

export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    for (const text of [world, ...links]) await tx.run(writeQuery('samples/identity', text), {});
  });
}

const at = '2026-01-10T00:00:00.000Z';

export const samples: RoomSamples['samples'] = {
  'identity/count-administrators': {},
  'identity/create-administrator-link': { tokenHash: 'new', expiresAt: at },
  'identity/list-names': { ids: ['ana', 'nobody'] },
  'identity/create-api-token': {
    personId: 'ben',
    id: 'k9',
    tokenHash: 'new',
    name: 'n',
    scopes: ['read', 'write'],
    createdAt: at,
  },
  'identity/create-mail-link': { personId: 'ben', tokenHash: 'new', purpose: 'verify-email', expiresAt: at },
  'identity/create-person': {
    organisationType: 'ngo',
    invented: null,
    id: 'dia',
    key: 'person:dia',
    url: '/people/dia',
    name: 'Día',
    nameSkeleton: 'día',
    emailKey: 'dia@example.org',
    email: 'Dia@example.org',
    passwordHash: 'hash',
    verifiedAt: null,
    locale: 'es',
    roles: [],
    bio: '',
    organisation: '',
    createdAt: at,
  },
  'identity/create-session': {
    personId: 'ben',
    id: 's9',
    tokenHash: 'new',
    createdAt: at,
    expiresAt: at,
    userAgent: 'C',
  },
  'identity/delete-administrator-links': {},
  'identity/list-administrator-links': {},
  'identity/delete-api-token': [
    { personId: 'ana', tokenId: 'k1' },
    { personId: 'ben', tokenId: 'k1' },
  ],
  'identity/delete-api-tokens-of': [{ personId: 'ana' }, { personId: 'ben' }],
  'identity/delete-ended-sessions-of': { personId: 'ana', now: at, idleSince: '2026-01-04' },
  'identity/delete-mail-link': [{ tokenHash: 'link-1' }, { tokenHash: 'none' }],
  'identity/delete-mail-links-of': { personId: 'ana', purpose: 'reset-password' },
  'identity/delete-form-draft': [{ name: 'ana/d1' }, { name: 'ben/d1' }],
  'identity/find-form-draft': [{ name: 'ana/d1' }, { name: 'ben/d1' }],
  'identity/forget-form-drafts': [
    { before: '2026-01-05', limit: 10 },
    { before: '2026-01-01', limit: 10 },
  ],
  'identity/list-form-drafts': [{ personId: 'ana' }, { personId: 'ben' }],
  'identity/save-form-draft': {
    name: 'ana/d1',
    form: '/cases/new',
    page: '/cases/new?lang=fr',
    lang: 'fr',
    title: 'Murs',
    fields: '[["title","Murs"]]',
    version: 3,
    at,
  },
  'identity/take-form-draft': [
    { name: 'ana/d1', personId: 'ana', key: 'd1', at },
    { name: 'ben/d9', personId: 'ben', key: 'd9', at },
  ],
  'identity/delete-session': [
    { personId: 'ana', sessionId: 's1' },
    { personId: 'ben', sessionId: 's1' },
  ],
  'identity/delete-sessions-of': { personId: 'ana' },
  'identity/find-api-token': [{ tokenHash: 'token-1' }, { tokenHash: 'none' }],
  'identity/find-credentials': [{ emailKey: 'ana@example.org' }, { emailKey: 'none' }],
  'identity/find-mail-link': [{ tokenHash: 'link-1' }, { tokenHash: 'link-admin' }, { tokenHash: 'none' }],
  'identity/find-standing': { id: 'ana' },
  'identity/find-session': [{ tokenHash: 'session-1' }, { tokenHash: 'none' }],
  'identity/list-accounts': { ids: ['ben', 'ana', 'none'] },
  'identity/list-api-tokens': { personId: 'ana' },
  'identity/list-mail-links-of': [
    { personId: 'ana', purpose: 'reset-password' },
    { personId: 'ana', purpose: 'verify-email' },
    { personId: 'ben', purpose: 'reset-password' },
  ],
  'identity/list-names-between': { after: 'a', before: 'cho', limit: 10 },
  'identity/list-names-like': [
    { nameSkeleton: 'ana', limit: 50 },
    { nameSkeleton: 'none', limit: 50 },
  ],
  'identity/set-name-skeleton': { id: 'ana', nameSkeleton: 'ana' },
  'identity/list-people': [{ ids: ['ana', 'cho', 'ben'] }, { ids: [] }],
  'identity/list-person-ids': { since: 'a', before: 'cho', limit: 10 },
  'identity/list-sessions': { personId: 'ana' },
  'identity/mark-email-verified': [
    { id: 'ana', at },
    { id: 'ben', at },
  ],
  'identity/remove-country': [{ id: 'ana' }, { id: 'ben' }],
  'identity/remove-works-for': [{ id: 'ana' }, { id: 'ben' }],
  'identity/set-country': [
    { id: 'ben', countryKey: 'country:BOL', source: 'profile', at },
    { id: 'ben', countryKey: 'country:none', source: 'profile', at },
  ],
  'identity/set-locale': [
    { id: 'ana', locale: 'pt' },
    { id: 'none', locale: 'pt' },
  ],
  'identity/set-password-hash': { id: 'ana', passwordHash: 'other' },
  'identity/set-standing': [
    { id: 'ben', roles: ['administrator'], isAdministrator: true, disabledAt: null },
    { id: 'ana', roles: [], isAdministrator: null, disabledAt: at },
  ],
  'identity/set-works-for': [
    { id: 'ben', actorKey: 'actor:ac2', source: 'profile', at },
    { id: 'ben', actorKey: 'actor:none', source: 'profile', at },
  ],
  'identity/touch-api-token': { tokenHash: 'token-1', at },
  'identity/touch-session': { tokenHash: 'session-1', at },
  'identity/take-profile': [{ id: 'ana' }, { id: 'none' }],
  'identity/update-profile': [
    { id: 'ana', properties: { name: 'Ana M', title: 'Ana M', organisationType: null }, version: 2 },
    { id: 'ana', properties: { bio: 'b' }, version: 3 },
    { id: 'ana', properties: {}, version: 4 },
  ],
};
