import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const thread = (id: string, starter: string, about: string, activeAt: string, rest: string) => `
  MATCH (s:Person {id: '${starter}'}) MATCH (n:Entity {key: '${about}'})
  CREATE (t:Thread:Entity {id: '${id}', key: 'thread:${id}', type: 'thread', url: '/threads/${id}', lang: 'en',
    title: 'Thread ${id}', createdAt: '2026-01-01T00:00:00.000Z', activeAt: '${activeAt}', ${rest}})
  CREATE (t)-[:STARTED_BY {source: 'seed', at: '2026-01-01'}]->(s)
  CREATE (t)-[:ABOUT {source: 'seed', at: '2026-01-01'}]->(n)`;

const post = (number: number, author: string) => `
  MATCH (t:Thread {id: 't1'}) MATCH (a:Person {id: '${author}'})
  CREATE (p:Post {id: 'p${number}', key: 't1#${number}', threadId: 't1', number: ${number}, version: 1,
    body: 'Post ${number}', lang: 'en', createdAt: '2026-01-0${number}T00:00:00.000Z', clientKey: 'client-${number}'})
  CREATE (p)-[:POSTED_IN]->(t)
  CREATE (p)-[:WRITTEN_BY]->(a)
  MERGE (t)-[r:HAS_PARTICIPANT]->(a)
  ON CREATE SET r.source = 'seed', r.at = '2026-01-01'`;

const version = `
  MATCH (p:Post {key: 't1#1'})
  CREATE (v:PostVersion {key: 't1#1@0', number: 0, body: 'Older', at: '2026-01-01'})-[:VERSION_OF]->(p)`;

const world = [
  thread('t1', 'ana', 'case:c1', '2026-01-05T00:00:00.000Z', 'postCount: 2'),
  thread(
    't2',
    'ben',
    'country:PER',
    '2026-01-07T00:00:00.000Z',
    `postCount: 0, closedAt: '2026-01-08', closedReason: 'done'`,
  ),
  thread('t3', 'ana', 'case:c1', '2026-01-04T00:00:00.000Z', 'postCount: 0'),
  post(1, 'ana'),
  post(2, 'ben'),
  version,
];

export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    for (const text of world) await tx.run(writeQuery('samples/discussions', text), {});
  });
}

const at = '2026-02-01T00:00:00.000Z';
const newPost = {
  id: 'p3',
  key: 't1#3',
  threadId: 't1',
  number: 3,
  body: 'ñ',
  lang: null,
  at,
  source: 'web',
  eventRoom: 'thread:t1',
  eventType: 'discussions.post-published',
  eventAt: at,
  eventData: '{}',
};

const firstPostIn = (threadId: string) => ({
  ...newPost,
  threadId,
  key: `${threadId}#1`,
  number: 1,
  authorId: 'cho',
  replyTo: null,
  clientKey: null,
  eventRoom: `thread:${threadId}`,
});

export const samples: RoomSamples['samples'] = {
  'discussions/list-thread-ids': {},
  'discussions/create-posts': [
    {
      posts: [
        { ...newPost, authorId: 'ben', replyTo: 1, clientKey: 'client-3' },
        { ...firstPostIn('t2'), id: 'p4' },
        { ...firstPostIn('t3'), id: 'p5' },
      ],
    },
    { posts: [{ ...newPost, authorId: 'cho', replyTo: null, clientKey: null }] },
    { posts: [{ ...newPost, number: 4, authorId: 'cho', replyTo: null, clientKey: null }] },
    { posts: [] },
  ],
  'discussions/create-thread': {
    id: 't9',
    key: 'thread:t9',
    url: '/threads/t9',
    title: 'New',
    lang: null,
    at,
    starterId: 'ana',
    about: 'case:c1',
    source: 'web',
  },
  'discussions/find-post-by-client-key': [{ clientKey: 'client-1' }, { clientKey: 'none' }],
  'discussions/find-thread': [{ id: 't1' }, { id: 't2' }, { id: 'none' }],
  'discussions/link-replies': { replies: [{ key: 't1#2', parentKey: 't1#1' }] },
  'discussions/list-post-versions': { key: 't1#1' },
  'discussions/list-posts-by-key': [{ keys: ['t1#1', 't1#2', 't1#9'] }, { keys: [] }],
  'discussions/find-thread-filing': [
    { id: 't1', types: ['case', 'country'] },
    { id: 'none', types: ['case'] },
  ],
  'discussions/list-threads': [
    { since: '2026-01-01', at: '2026-12-31', id: 'zz', limit: 10 },
    { since: '2026-01-01', at: '2026-01-07T00:00:00.000Z', id: 't2', limit: 1 },
  ],
  'discussions/list-threads-about': { about: 'case:c1', at: '2026-12-31', id: 'zz', limit: 10 },
  'discussions/list-threads-of': [
    { personId: 'ana', at: '2026-12-31', id: 'zz', limit: 10 },
    { personId: 'none', at: '2026-12-31', id: 'zz', limit: 10 },
  ],
  'discussions/replace-post-body': { key: 't1#1', versionKey: 't1#1@1', body: 'Newer', at, editorId: 'ana' },
  'discussions/set-thread-closed': [
    { id: 't1', at, reason: 'off topic' },
    { id: 't2', at: null, reason: null },
  ],
  'discussions/take-thread': [{ id: 't1' }, { id: 't2' }, { id: 'none' }],
};
