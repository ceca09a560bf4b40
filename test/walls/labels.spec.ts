import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { appendEventFrom } from '../../libs/platform/events/events.cypher.js';
import { filesIn, ROOT, readText } from './sources.js';
import { labelsWrittenBy } from './written-labels.js';

/** Every node that has a page is an `Entity` too, whichever room it belongs to. */
const SHARED = new Set(['Entity']);
/** Removes what it made through the other rooms: the only place that deletes nodes of others, as its README says. */
const EXEMPT = new Set(['demo']);

interface Writing {
  room: string;
  query: string;
  label: string;
}

/** `libs/platform` counts as one room. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** The labels that a README lists: names in backticks in its paragraph, table or section that begins with “Labels”. */
function labelsOwned(readme: string): string[] {
  const section =
    /^(?:#+ |[-*] )?\**Labels[\s\S]*?(?=\n#|\n- \*\*|\n\*\*|(?![\s\S]))/m.exec(readme)?.[0] ?? '';
  return [...section.matchAll(/`([A-Z][A-Za-z]+)`/g)].map((match) => match[1] ?? '');
}

describe('labels of the graph', () => {
  const writings: Writing[] = [];

  beforeAll(async () => {
    for (const path of filesIn(['libs'], /\.cypher\.ts$/)) {
      const exported = (await import(join(ROOT, path))) as Record<
        string,
        { name?: string; mode?: string; text?: string }
      >;
      for (const { name = '', mode, text = '' } of Object.values(exported)) {
        if (mode !== 'write') continue;
        // What a statement lets the event log say in it, the event log writes.
        const own = ['$', 'post.'].reduce((rest, source) => rest.replace(appendEventFrom(source), ''), text);
        for (const label of labelsWrittenBy(own)) writings.push({ room: roomOf(path), query: name, label });
      }
    }
  });

  it('are recognised where a query writes them', () => {
    const text = `MATCH (a:Person {id: $id})-[:OF]->(b:Link)
      SET a.name = $name
      CREATE (c:Case:Entity {key: $key})-[:BY]->(a)
      WITH c MERGE (d:Draft {id: $id}) ON CREATE SET d.at = $at
      RETURN b.id AS id`;
    expect(labelsWrittenBy(text)).toEqual(['Case', 'Draft', 'Entity', 'Person']);
    expect(labelsWrittenBy('MATCH (s:Session)-[:OF]->(p:Person) WHERE p.id = $id DETACH DELETE s')).toEqual([
      'Session',
    ]);
    expect(labelsWrittenBy('MATCH (n {id: $id}) SET n:Gone REMOVE n:Here')).toEqual(['Gone', 'Here']);
  });

  it('are each written by one room', () => {
    const rooms = new Map<string, Set<string>>();
    for (const { room, label } of writings) {
      if (!SHARED.has(label) && !EXEMPT.has(room))
        rooms.set(label, (rooms.get(label) ?? new Set()).add(room));
    }
    const contested = [...rooms].filter(([, owners]) => owners.size > 1);
    expect(contested.map(([label, owners]) => `${label}: ${[...owners].join(', ')}`)).toEqual([]);
  });

  it('are listed in the README of the room that writes them', () => {
    const unlisted = writings.filter(({ room, label }) => {
      if (SHARED.has(label) || EXEMPT.has(room)) return false;
      const readme = `libs/${room}/README.md`;
      return !existsSync(join(ROOT, readme)) || !labelsOwned(readText(readme)).includes(label);
    });
    expect([...new Set(unlisted.map(({ room, label }) => `${dirname(`libs/${room}/x`)}: ${label}`))]).toEqual(
      [],
    );
  });

  it('have their exemptions explained', () => {
    for (const room of EXEMPT) expect(readText(`libs/${room}/README.md`)).toMatch(/the only place that does/);
  });
});
