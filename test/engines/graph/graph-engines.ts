import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { EmbeddedGraph } from '../../../libs/platform/graph/embedded-graph.js';
import type { Graph } from '../../../libs/platform/graph/graph.js';
import { Neo4jGraph } from '../../../libs/platform/graph/neo4j-graph.js';
import { startNeo4j } from '../neo4j/start-neo4j.mjs';
import { describeWithEngine } from '../require-engine.js';

/** An open, empty graph with what is needed to throw it away. */
export interface GraphUnderTest {
  graph: Graph;
  discard(): Promise<void>;
}

export async function openEmbedded(): Promise<GraphUnderTest & { path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'minga-graph-'));
  const path = join(folder, 'test.grafeo');
  const graph = await EmbeddedGraph.open(path, { durability: 'relaxed' });
  return {
    graph,
    path,
    async discard() {
      await graph.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function openNeo4j(): Promise<GraphUnderTest> {
  const server = await startNeo4j();
  const graph = await Neo4jGraph.open({ url: server.url });
  return {
    graph,
    async discard() {
      await graph.close();
      await server.stop();
    },
  };
}

/** The first start of Neo4j on a machine fetches it. */
export const START_TIMEOUT_MS = 300_000;

/** Declares the same tests for the embedded graph and, where it can be started, for Neo4j. */
export function describeOnBothGraphs(
  title: string,
  suite: (open: () => Promise<GraphUnderTest>) => void,
): void {
  describe(`${title}, embedded`, () => suite(openEmbedded));
  describeWithEngine('neo4j', `${title}, Neo4j`, () => suite(openNeo4j));
}
