import { type Graph, readQuery } from '../../../libs/platform/graph/graph.js';

/** All that is in the graph, as lines that can be compared. */
export interface GraphContents {
  nodes: string[];
  links: string[];
}

type Properties = Record<string, unknown>;

const listNodes = readQuery<Record<string, never>, { labels: string[]; properties: Properties }>(
  'test/list-nodes',
  'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties',
);

const listLinks = readQuery<
  Record<string, never>,
  { type: string; from: Properties; to: Properties; properties: Properties }
>(
  'test/list-links',
  'MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(a) AS from, properties(b) AS to, properties(r) AS properties',
);

/**
 * What stays by design: that the demonstration was here, what was logged and announced about that, and receipts of
 * requests, which hold ids and go by themselves.
 */
const LEFT_BY_DESIGN = /^DemoLoad |^Receipt |^Audit\w* |^Event(Room)? .*"entities:removals/;

export async function readContents(graph: Graph): Promise<GraphContents> {
  const [nodes, links] = await Promise.all([graph.read(listNodes, {}), graph.read(listLinks, {})]);
  return {
    nodes: nodes
      .map(({ labels, properties }) => `${[...labels].sort().join(':')} ${textOf(properties)}`)
      .filter((line) => !LEFT_BY_DESIGN.test(line))
      .sort(),
    links: links
      .map(({ type, from, to, properties }) => `${nameOf(from)} ${type} ${nameOf(to)} ${textOf(properties)}`)
      .sort(),
  };
}

export function countByLabel({ nodes }: GraphContents): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of nodes) {
    const label = line.slice(0, line.indexOf(' '));
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return counts;
}

/** The lines of the first that the second does not have. */
export function missingIn(first: string[], second: string[]): string[] {
  const there = new Set(second);
  return first.filter((line) => !there.has(line));
}

function nameOf(properties: Properties): string {
  return String(properties.key ?? properties.id ?? textOf(properties));
}

/** `lock` is written to take a node, and says nothing. */
function textOf({ lock: _, ...properties }: Properties): string {
  return JSON.stringify(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));
}
