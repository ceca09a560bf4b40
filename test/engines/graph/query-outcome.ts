import {
  type Graph,
  type GraphParams,
  type GraphTransaction,
  readQuery,
} from '../../../libs/platform/graph/graph.js';
import type { AnyQuery } from './query-catalogue.js';

/** What a query answered, and for a write also what the graph looked like before it was undone. */
export interface QueryOutcome {
  rows: unknown[];
  /** One line for each node and each relationship, sorted. */
  state: string[];
}

interface NodeRow {
  labels: string[];
  properties: Record<string, unknown>;
}

interface EdgeRow {
  source: string;
  type: string;
  properties: Record<string, unknown>;
  target: string;
}

// Migrations carry the time at which they were applied, and on a shared graph somebody had the turn to do it.
const listNodes = readQuery<Record<string, never>, NodeRow>(
  'test/list-nodes',
  "MATCH (n) WHERE NOT n:Migration AND NOT (n:Turn AND n.name = 'start') RETURN labels(n) AS labels, properties(n) AS properties",
);

const listEdges = readQuery<Record<string, never>, EdgeRow>(
  'test/list-edges',
  `MATCH (a)-[r]->(b)
   RETURN coalesce(a.key, a.id, a.code) AS source, type(r) AS type, properties(r) AS properties,
          coalesce(b.key, b.id, b.code) AS target`,
);

class Undo extends Error {}

/** Runs the query on the seeded graph and leaves that graph as it was, so that no query depends on another. */
export async function outcomeOf(graph: Graph, query: AnyQuery, params: GraphParams): Promise<QueryOutcome> {
  if (query.mode === 'read') return { rows: comparable(query, await graph.read(query, params)), state: [] };
  let outcome: QueryOutcome = { rows: [], state: [] };
  const attempt = graph.write(async (tx) => {
    const rows = await tx.run(query, params);
    outcome = { rows: comparable(query, rows), state: await stateOf(tx) };
    throw new Undo();
  });
  await attempt.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return outcome;
}

async function stateOf(tx: GraphTransaction): Promise<string[]> {
  const nodes = (await tx.run(listNodes, {})).map(
    ({ labels, properties }) => `(:${[...labels].sort().join(':')} ${stableJson(properties)})`,
  );
  const edges = (await tx.run(listEdges, {})).map(
    ({ source, type, properties, target }) => `(${source})-[:${type} ${stableJson(properties)}]->(${target})`,
  );
  return [...nodes, ...edges].sort();
}

/**
 * Rows in a form that is equal where the query promises equality. Without ORDER BY the order of rows is open; the
 * order inside a list that was gathered from matches is open too.
 */
function comparable(query: AnyQuery, rows: Record<string, unknown>[]): unknown[] {
  const ordersRows = /\bORDER\s+BY\b/i.test(query.text);
  const gathers = /\[\s*\(|\bcollect\s*\(/i.test(query.text);
  const values = rows.map((row) => rounded(row, gathers));
  return ordersRows ? values : sorted(values);
}

/** Sums of fractions differ in their last digits with the order of adding. */
function rounded(value: unknown, sortLists: boolean): unknown {
  if (typeof value === 'number' && !Number.isInteger(value)) return Number(value.toPrecision(12));
  if (Array.isArray(value)) {
    const items = value.map((item) => rounded(item, sortLists));
    return sortLists ? sorted(items) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item, sortLists)]));
}

function sorted(values: unknown[]): unknown[] {
  return values
    .map((value) => ({ value, key: stableJson(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ value }) => value);
}

function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
