import type { GraphParams } from '../../../libs/platform/graph/graph.js';

/** One thing that our queries rely on, with the rows that both engines must give. */
export interface DialectCase {
  title: string;
  /** Statements run in one transaction that is undone afterwards; the rows are those of the last. */
  texts: string[];
  params?: GraphParams;
  rows: Record<string, unknown>[];
}

/** A small world for the cases: two members of a group, one of whom wrote two posts. */
export const dialectSeed = `
  CREATE (ana:Person {id: 'ana', name: 'Ana', tags: ['water', 'soil'], level: 3, score: 2.5, active: true})
  CREATE (ben:Person {id: 'ben', name: 'Ben'})
  CREATE (g:Group {id: 'g1', name: 'Rivers'})
  CREATE (p1:Post {id: 'p1', at: '2026-01-01T00:00:00.000Z', text: 'first'})
  CREATE (p2:Post {id: 'p2', at: '2026-02-01T00:00:00.000Z', text: 'second'})
  CREATE (ana)-[:MEMBER_OF {since: '2025-01-01', role: 'owner'}]->(g)
  CREATE (ben)-[:MEMBER_OF {since: '2025-06-01'}]->(g)
  CREATE (ana)-[:WROTE]->(p1)
  CREATE (ana)-[:WROTE]->(p2)
  CREATE (p2)-[:REPLY_TO]->(p1)`;

const person = (id: string) => `MATCH (p:Person {id: '${id}'})`;

export const dialectCases: DialectCase[] = [
  {
    title: 'keeps text, whole numbers, fractions, booleans and lists as properties',
    texts: [
      `${person('ana')} RETURN p.name AS name, p.level AS level, p.score AS score, p.active AS active, p.tags AS tags`,
    ],
    rows: [{ name: 'Ana', level: 3, score: 2.5, active: true, tags: ['water', 'soil'] }],
  },
  {
    title: 'gives back every kind of parameter, nested maps and lists included',
    texts: ['RETURN $value AS value'],
    params: {
      value: {
        text: 'ñ 水 🌍 "quoted"',
        list: [1, 'two', [3], { four: null }],
        deep: { deeper: { yes: true } },
      },
    },
    rows: [
      {
        value: {
          text: 'ñ 水 🌍 "quoted"',
          list: [1, 'two', [3], { four: null }],
          deep: { deeper: { yes: true } },
        },
      },
    ],
  },
  {
    title: 'takes a missing parameter value as null',
    texts: ['RETURN $value AS value, coalesce($value, 7) AS orSeven'],
    params: { value: undefined },
    rows: [{ value: null, orSeven: 7 }],
  },
  {
    title: 'takes whole numbers for LIMIT, SKIP and range',
    texts: ['UNWIND range($from, $to) AS n RETURN n ORDER BY n SKIP $skip LIMIT $limit'],
    params: { from: 1, to: 10, skip: 2, limit: 3 },
    rows: [{ n: 3 }, { n: 4 }, { n: 5 }],
  },
  {
    title: 'divides whole numbers to a whole number and keeps large ones exact',
    texts: ['RETURN $a / 2 AS half, $big + 1 AS bigger'],
    params: { a: 7, big: 9007199254740990 },
    rows: [{ half: 3, bigger: 9007199254740991 }],
  },
  {
    title: 'finds by a list of keys, in the order given, skipping unknown ones',
    texts: ['UNWIND $ids AS id MATCH (p:Person {id: id}) RETURN p.name AS name'],
    params: { ids: ['ben', 'nobody', 'ana'] },
    rows: [{ name: 'Ben' }, { name: 'Ana' }],
  },
  {
    title: 'reads maps out of a list parameter',
    texts: ['UNWIND $items AS item RETURN item.id AS id, item.place.name AS place'],
    params: {
      items: [
        { id: 1, place: { name: 'Lima' } },
        { id: 2, place: { name: null } },
      ],
    },
    rows: [
      { id: 1, place: 'Lima' },
      { id: 2, place: null },
    ],
  },
  {
    title: 'drops a property that is set to null',
    texts: [
      `${person('ana')} SET p.level = null`,
      `${person('ana')} RETURN p.level AS level, 'level' IN keys(p) AS kept`,
    ],
    rows: [{ level: null, kept: false }],
  },
  {
    title: 'adds and changes properties from a map with SET +=, and drops those that are null in it',
    texts: [
      `${person('ana')} SET p += $changes`,
      `${person('ana')} RETURN p.name AS name, p.city AS city, p.score AS score, p.level AS level`,
    ],
    params: { changes: { name: 'Ana María', city: 'Quito', score: null } },
    rows: [{ name: 'Ana María', city: 'Quito', score: null, level: 3 }],
  },
  {
    title: 'removes properties and labels',
    texts: [
      `${person('ben')} SET p:Retired`,
      `${person('ana')} REMOVE p.name`,
      `MATCH (p:Person) WHERE p.id IN ['ana', 'ben'] RETURN p.id AS id, p.name AS name, p:Retired AS retired ORDER BY id`,
    ],
    rows: [
      { id: 'ana', name: null, retired: false },
      { id: 'ben', name: 'Ben', retired: true },
    ],
  },
  {
    title: 'makes a node with MERGE once, and tells creation from a match',
    texts: [
      "MERGE (p:Person {id: 'cho'}) ON CREATE SET p.visits = 1 ON MATCH SET p.visits = p.visits + 1",
      "MERGE (p:Person {id: 'cho'}) ON CREATE SET p.visits = 1 ON MATCH SET p.visits = p.visits + 1",
      "MATCH (p:Person {id: 'cho'}) RETURN count(p) AS people, sum(p.visits) AS visits",
    ],
    rows: [{ people: 1, visits: 2 }],
  },
  {
    title: 'makes a relationship with MERGE once and sets its properties',
    texts: [
      `${person('ben')} MATCH (g:Group {id: 'g1'}) MERGE (p)-[m:MEMBER_OF]->(g) SET m.role = 'guest'`,
      "MATCH (g:Group {id: 'g1'})<-[m:MEMBER_OF]-(p) RETURN p.id AS id, m.role AS role, m.since AS since ORDER BY id",
    ],
    rows: [
      { id: 'ana', role: 'owner', since: '2025-01-01' },
      { id: 'ben', role: 'guest', since: '2025-06-01' },
    ],
  },
  {
    title: 'repeats an update for each item of a list with FOREACH, and none for an empty list',
    texts: [
      `${person('ben')} FOREACH (id IN $none | CREATE (:Post {id: id}))
       FOREACH (id IN $ids | CREATE (p)-[:WROTE]->(:Post {id: id}))`,
      `${person('ben')}-[:WROTE]->(post) RETURN post.id AS id ORDER BY id`,
    ],
    params: { none: [], ids: ['p8', 'p9'] },
    rows: [{ id: 'p8' }, { id: 'p9' }],
  },
  {
    title: 'updates only on a condition with FOREACH over a CASE',
    texts: [
      `${person('ana')} FOREACH (_ IN CASE WHEN p.level > 5 THEN [1] ELSE [] END | SET p.name = 'High')`,
      `${person('ana')} RETURN p.name AS name`,
    ],
    rows: [{ name: 'Ana' }],
  },
  {
    title: 'keeps a row with null where an OPTIONAL MATCH finds nothing',
    texts: [
      "MATCH (p:Person) WHERE p.id IN ['ana', 'ben'] OPTIONAL MATCH (p)-[:WROTE]->(post) RETURN p.id AS id, count(post) AS posts ORDER BY id",
    ],
    rows: [
      { id: 'ana', posts: 2 },
      { id: 'ben', posts: 0 },
    ],
  },
  {
    title: 'collects nothing but values: nulls are left out of collect and count',
    texts: [
      "MATCH (g:Group {id: 'g1'})<-[m:MEMBER_OF]-(p) WITH m, p ORDER BY p.id RETURN collect(m.role) AS roles, count(m.role) AS n, collect(p.id) AS ids",
    ],
    rows: [{ roles: ['owner'], n: 1, ids: ['ana', 'ben'] }],
  },
  {
    title: 'gathers neighbours with a pattern comprehension, and an empty list where there are none',
    texts: [
      "MATCH (p:Person) WHERE p.id IN ['ana', 'ben'] RETURN p.id AS id, size([(p)-[:WROTE]->(post) WHERE post.text <> 'first' | post.id]) AS n, [(p)-[:WROTE]->(q) WHERE q.id = 'p2' | {id: q.id, at: q.at}] AS posts ORDER BY id",
    ],
    rows: [
      { id: 'ana', n: 1, posts: [{ id: 'p2', at: '2026-02-01T00:00:00.000Z' }] },
      { id: 'ben', n: 0, posts: [] },
    ],
  },
  {
    title: 'runs a CALL subquery once for each row',
    texts: [
      `MATCH (p:Person) WHERE p.id IN ['ana', 'ben']
       CALL { WITH p OPTIONAL MATCH (p)-[:WROTE]->(post) RETURN max(post.at) AS latest }
       RETURN p.id AS id, latest ORDER BY id`,
    ],
    rows: [
      { id: 'ana', latest: '2026-02-01T00:00:00.000Z' },
      { id: 'ben', latest: null },
    ],
  },
  {
    title: 'asks for existence and counts with subqueries',
    texts: [
      "MATCH (p:Person) WHERE p.id IN ['ana', 'ben'] AND EXISTS { (p)-[:WROTE]->(:Post) } RETURN p.id AS id, COUNT { (p)-[:WROTE]->() } AS posts",
    ],
    rows: [{ id: 'ana', posts: 2 }],
  },
  {
    title: 'compares with null as unknown: neither equal nor unequal',
    texts: ["MATCH (p:Person) WHERE p.id IN ['ana', 'ben'] AND p.level <> 4 RETURN p.id AS id"],
    rows: [{ id: 'ana' }],
  },
  {
    title: 'sorts null after every value, and before when descending',
    texts: [
      "MATCH (p:Person) WHERE p.id IN ['ana', 'ben'] RETURN p.id AS id ORDER BY p.level",
      "MATCH (p:Person) WHERE p.id IN ['ana', 'ben'] RETURN p.id AS id ORDER BY p.level DESC",
    ],
    rows: [{ id: 'ben' }, { id: 'ana' }],
  },
  {
    title: 'projects maps from nodes and picks by CASE',
    texts: [
      `${person('ana')} RETURN p {.id, .name, kind: CASE WHEN p.active THEN 'active' ELSE 'idle' END} AS person`,
    ],
    rows: [{ person: { id: 'ana', name: 'Ana', kind: 'active' } }],
  },
  {
    title: 'walks a path of any length',
    texts: ["MATCH (p:Post {id: 'p2'})-[:REPLY_TO*0..5]->(earlier) RETURN earlier.id AS id ORDER BY id"],
    rows: [{ id: 'p1' }, { id: 'p2' }],
  },
  {
    title: 'tells types and both ends of a relationship',
    texts: [
      `${person('ana')}-[r]->(other) RETURN type(r) AS type, count(*) AS n, startNode(r).id AS start ORDER BY type`,
    ],
    rows: [
      { type: 'MEMBER_OF', n: 1, start: 'ana' },
      { type: 'WROTE', n: 2, start: 'ana' },
    ],
  },
  {
    title: 'deletes a node with its relationships and leaves its neighbours',
    texts: [
      `${person('ana')} DETACH DELETE p`,
      "MATCH (g:Group {id: 'g1'})<-[:MEMBER_OF]-(p) RETURN p.id AS id",
    ],
    rows: [{ id: 'ben' }],
  },
  {
    title: 'deletes one relationship and keeps both its ends',
    texts: [
      `${person('ben')}-[m:MEMBER_OF]->(:Group {id: 'g1'}) DELETE m`,
      `${person('ben')} OPTIONAL MATCH (p)-[m:MEMBER_OF]->() RETURN p.id AS id, count(m) AS memberships`,
    ],
    rows: [{ id: 'ben', memberships: 0 }],
  },
  {
    title: 'answers no row for a match that finds nothing, and one row for a count of nothing',
    texts: ["MATCH (p:Person {id: 'nobody'}) RETURN count(p) AS people"],
    rows: [{ people: 0 }],
  },
  {
    title: 'works on text: lower case, parts, prefixes',
    texts: [
      "RETURN toLower('ÁGUA') AS lower, split('a/b', '/') AS parts, 'water' STARTS WITH 'wa' AS starts, substring('water', 1, 2) AS part",
    ],
    rows: [{ lower: 'água', parts: ['a', 'b'], starts: true, part: 'at' }],
  },
  {
    title: 'joins results with UNION ALL and folds equal rows with UNION',
    texts: ['UNWIND [1, 2] AS n RETURN n UNION UNWIND [2, 3] AS n RETURN n'],
    rows: [{ n: 1 }, { n: 2 }, { n: 3 }],
  },
];
