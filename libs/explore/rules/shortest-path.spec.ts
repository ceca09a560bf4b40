import { describe, expect, it } from '@jest/globals';
import { findShortestWalk, type GraphWindow, type Middle, type SeenNode } from './shortest-path.js';
import { costOf, type GraphNode, type Link } from './walk.js';

/** A graph written as `a>b` links. */
class SmallGraph implements GraphWindow {
  readonly links: Link[];
  opened: string[] = [];

  constructor(pairs: string[]) {
    this.links = pairs.map((pair) => {
      const [from = '', to = ''] = pair.split('>');
      return { from, to };
    });
  }

  node(key: string): GraphNode {
    return { key, pointedAt: this.links.filter(({ to }) => to === key).length };
  }

  async outgoing(keys: string[]): Promise<SeenNode[]> {
    return this.links
      .filter(({ from }) => keys.includes(from))
      .map(({ from, to }) => ({ node: this.node(to), nears: [from] }));
  }

  async incoming(keys: string[]): Promise<SeenNode[]> {
    this.opened.push(...keys);
    return this.links
      .filter(({ to }) => keys.includes(to))
      .map(({ from, to }) => ({ node: this.node(from), nears: [to] }));
  }

  async newestIncoming(key: string, limit: number): Promise<SeenNode[]> {
    const members = this.links.filter(({ to }) => to === key).map(({ from }) => from);
    return members
      .sort()
      .reverse()
      .slice(0, limit)
      .map((member) => ({ node: this.node(member), nears: [key] }));
  }

  async between(starts: string[], ends: string[]): Promise<Middle[]> {
    return this.links
      .filter(({ to }) => starts.includes(to))
      .flatMap(({ from: middle, to: start }) =>
        this.links
          .filter(({ from, to }) => from === middle && ends.includes(to) && to !== start)
          .map(({ to: end }) => ({ node: this.node(middle), start, end })),
      );
  }

  async walk(from: string, to: string, limits = {}): Promise<string[] | null> {
    const walk = await findShortestWalk(this, this.node(from), this.node(to), limits);
    return walk?.nodes.map(({ key }) => key) ?? null;
  }
}

function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function buildRandomGraph(next: (below: number) => number, nodes: number, edges: number): SmallGraph {
  const pairs = new Set<string>();
  while (pairs.size < edges) {
    const [from, to] = [next(nodes), Math.floor(next(nodes) / (1 + next(3)))];
    if (from !== to) pairs.add(`n:${from}>n:${to}`);
  }
  return new SmallGraph([...pairs]);
}

/** All shortest walks, by trying every step. */
function everyShortestWalk(graph: SmallGraph, from: string, to: string, longest: number): string[][] {
  let walks = [[from]];
  for (let length = 0; length <= longest; length++) {
    const arrived = walks.filter((walk) => walk.at(-1) === to);
    if (arrived.length > 0) return arrived;
    walks = walks.flatMap((walk) =>
      graph.links
        .flatMap((edge) =>
          edge.from === walk.at(-1) ? [edge.to] : edge.to === walk.at(-1) ? [edge.from] : [],
        )
        .filter((key) => !walk.includes(key))
        .map((key) => [...walk, key]),
    );
  }
  return [];
}

describe('the shortest walk between two things', () => {
  it('is the cheapest of all the shortest, in any graph', async () => {
    const next = numbers(11);
    for (let round = 0; round < 60; round++) {
      const graph = buildRandomGraph(next, 16, 14 + next(12));
      const [from, to] = [`n:${next(16)}`, `n:${next(16)}`];
      const expected = everyShortestWalk(graph, from, to, 6);
      const found = await graph.walk(from, to);
      const cost = (walk: string[]) =>
        walk.slice(1, -1).reduce((sum, key) => sum + costOf(graph.node(key)), 0);
      if (expected.length === 0) expect(found).toBeNull();
      else {
        expect(expected).toContainEqual(found);
        expect(cost(found!)).toBeCloseTo(Math.min(...expected.map(cost)), 9);
      }
    }
  });

  it('is read the same from both ends', async () => {
    const next = numbers(5);
    for (let round = 0; round < 30; round++) {
      const graph = buildRandomGraph(next, 14, 24);
      const there = await graph.walk('n:0', 'n:13');
      const back = await graph.walk('n:13', 'n:0');
      expect(back?.length).toBe(there?.length);
    }
  });

  it('prefers a thread about both to a country of both', async () => {
    const graph = new SmallGraph([
      'case:a>country:PER',
      'case:b>country:PER',
      'case:c>country:PER',
      'thread:t>case:a',
      'thread:t>case:b',
    ]);
    expect(await graph.walk('case:a', 'case:b')).toEqual(['case:a', 'thread:t', 'case:b']);
  });

  it('prefers a case to what came of a meeting about both, even where more points at the case', async () => {
    const graph = new SmallGraph([
      'commitment:1>country:BOL',
      'commitment:1>theme:irrigation',
      'case:1>country:BOL',
      'case:1>theme:irrigation',
      'thread:1>case:1',
      'lesson:1>case:1',
    ]);
    expect(await graph.walk('country:BOL', 'theme:irrigation')).toContain('case:1');
  });

  it('prefers a common theme to a common modality', async () => {
    const graph = new SmallGraph([
      'case:a>modality:m',
      'case:b>modality:m',
      'case:a>theme:t',
      'case:b>theme:t',
      'case:c>theme:t',
    ]);
    expect(await graph.walk('case:a', 'case:b')).toEqual(['case:a', 'theme:t', 'case:b']);
  });

  it('goes no further than six steps, and says nothing where nothing connects', async () => {
    const chain = Array.from({ length: 8 }, (_, index) => `n:${index}>n:${index + 1}`);
    expect(await new SmallGraph(chain).walk('n:0', 'n:6')).toHaveLength(7);
    expect(await new SmallGraph(chain).walk('n:0', 'n:7')).toBeNull();
    expect(await new SmallGraph(['n:0>n:1', 'n:2>n:3']).walk('n:0', 'n:3')).toBeNull();
  });

  it('is of no length from a thing to itself', async () => {
    expect(await new SmallGraph(['n:0>n:1']).walk('n:0', 'n:0')).toEqual(['n:0']);
  });
});

describe('hubs on the way', () => {
  const members = (hub: string, name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `case:${name}${index}>${hub}`);

  it('are walked through without being opened, when something belongs to two of them', async () => {
    const graph = new SmallGraph([
      ...members('country:PER', 'p', 30),
      ...members('theme:water', 'w', 30),
      'case:both>country:PER',
      'case:both>theme:water',
      'case:a>country:PER',
      'case:b>theme:water',
    ]);
    expect(await graph.walk('case:a', 'case:b', { hubFrom: 10 })).toEqual([
      'case:a',
      'country:PER',
      'case:both',
      'theme:water',
      'case:b',
    ]);
    expect(graph.opened).not.toContain('country:PER');
    expect(graph.opened).not.toContain('theme:water');
    expect(await graph.walk('country:PER', 'theme:water', { hubFrom: 10 })).toHaveLength(3);
  });

  it('meet the edges of a small thing at the other end', async () => {
    const graph = new SmallGraph([...members('country:PER', 'p', 30), 'case:p7>actor:x', 'person:y>actor:x']);
    expect(await graph.walk('country:PER', 'person:y', { hubFrom: 10 })).toEqual([
      'country:PER',
      'case:p7',
      'actor:x',
      'person:y',
    ]);
  });

  it('never make a walk shorter than it is, and lose none to the members they share', async () => {
    const next = numbers(23);
    for (let round = 0; round < 60; round++) {
      const graph = buildRandomGraph(next, 16, 20 + next(10));
      const [from, to] = [`n:${next(16)}`, `n:${next(16)}`];
      const expected = everyShortestWalk(graph, from, to, 6)[0];
      const found = await graph.walk(from, to, { hubFrom: 2, mostOpened: 5, dearFrom: 3 });
      expect(found?.length).toBe(expected?.length);
    }
  });
});
