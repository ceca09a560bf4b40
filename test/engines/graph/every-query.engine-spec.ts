import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Graph, readQuery } from '../../../libs/platform/graph/graph.js';
import { applyMigrations } from '../../../libs/platform/graph/migrations.js';
import { describeWithEngine } from '../require-engine.js';
import { allowedScans } from './allowed-scans.js';
import { type GraphUnderTest, openEmbedded, openNeo4j, START_TIMEOUT_MS } from './graph-engines.js';
import { COPIES, growGraph } from './grow-graph.js';
import { loadMigrations, loadQueries, loadSamples, roomOf, samplesOf } from './query-catalogue.js';
import { outcomeOf } from './query-outcome.js';
import { ScanMeter } from './scan-meter.js';

const queries = await loadQueries();
const migrations = await loadMigrations();
const rooms = await loadSamples();
const withSamples = queries.map((query) => ({ query, name: query.name, samples: samplesOf(query, rooms) }));
const runnable = withSamples.filter(({ samples }) => samples.length > 0);
const planned = runnable.filter(({ name }) => !(name in allowedScans));

/** Fills an empty graph; says which rooms could not be seeded, so that one of them does not hide all the others. */
async function prepare(graph: Graph): Promise<string[]> {
  await applyMigrations(graph, migrations);
  const failures: string[] = [];
  for (const { room, seed } of rooms) {
    await seed(graph).catch((error: Error) => failures.push(`${room}: ${error.message}`));
  }
  return failures;
}

describe('the queries of the project', () => {
  it('have names of their own', () => {
    const names = queries.map(({ name }) => name);
    expect(names.filter((name, position) => names.indexOf(name) !== position)).toEqual([]);
  });

  it('each come with sample parameters', () => {
    const missing = withSamples
      .filter(({ samples }) => samples.length === 0)
      .map(({ name }) => `${name}: add parameters to test/engines/graph/samples/${roomOf(name)}.ts`);
    expect(missing).toEqual([]);
  });

  it('include all that samples and allowed scans speak of', () => {
    const names = queries.map(({ name }) => name);
    const spokenOf = [...rooms.flatMap(({ samples }) => Object.keys(samples)), ...Object.keys(allowedScans)];
    expect(spokenOf.filter((name) => !names.includes(name))).toEqual([]);
  });
});

// Jest refuses a table without rows.
if (runnable.length > 0) {
  describe('every query, embedded', () => {
    let engine: GraphUnderTest;
    let unseeded: string[];

    beforeAll(async () => {
      engine = await openEmbedded();
      unseeded = await prepare(engine.graph);
    }, START_TIMEOUT_MS);

    afterAll(() => engine?.discard());

    it('finds the data of each room', () => {
      expect(unseeded).toEqual([]);
    });

    it.each(runnable)('$name runs', async ({ query, samples }) => {
      for (const params of samples) await outcomeOf(engine.graph, query, params);
    });
  });

  describe('every query, embedded, in a graph with much in it', () => {
    let engine: Awaited<ReturnType<typeof openEmbedded>>;
    let meter: ScanMeter;

    beforeAll(async () => {
      engine = await openEmbedded();
      await prepare(engine.graph);
      await growGraph(engine.graph, migrations);
      await engine.graph.close();
      meter = ScanMeter.open(engine.path);
    }, START_TIMEOUT_MS);

    afterAll(() => {
      meter?.close();
      rmSync(dirname(engine.path), { recursive: true, force: true });
    });

    it.each(planned)('$name starts at an index', async ({ query, samples }) => {
      for (const params of samples) {
        const rowsScanned = await meter.rowsScanned(query, params);
        expect({ params, readsWholeLabel: rowsScanned >= COPIES && `${rowsScanned} nodes` }).toEqual({
          params,
          readsWholeLabel: false,
        });
      }
    });
  });

  describeWithEngine('neo4j', 'every query, on both engines', () => {
    let embedded: GraphUnderTest;
    let neo4j: GraphUnderTest;
    let unseeded: string[];

    beforeAll(async () => {
      [embedded, neo4j] = await Promise.all([openEmbedded(), openNeo4j()]);
      unseeded = [...(await prepare(embedded.graph)), ...(await prepare(neo4j.graph))];
    }, START_TIMEOUT_MS);

    afterAll(async () => {
      await embedded?.discard();
      await neo4j?.discard();
    });

    it('finds the data of each room', () => {
      expect(unseeded).toEqual([]);
    });

    it.each(runnable)('$name gives the same rows and leaves the same graph', async ({ query, samples }) => {
      for (const params of samples) {
        const here = await outcomeOf(embedded.graph, query, params);
        const there = await outcomeOf(neo4j.graph, query, params);
        expect({ params, embedded: here.rows }).toEqual({ params, embedded: there.rows });
        expect({
          onlyEmbedded: here.state.filter((line) => !there.state.includes(line)),
          onlyNeo4j: there.state.filter((line) => !here.state.includes(line)),
          size: here.state.length,
        }).toEqual({ onlyEmbedded: [], onlyNeo4j: [], size: there.state.length });
      }
    });

    describe('in a graph with much in it', () => {
      beforeAll(async () => {
        await growGraph(neo4j.graph, migrations);
        await neo4j.graph.read(readQuery('test/replan', 'CALL db.prepareForReplanning(60)'), {});
      }, START_TIMEOUT_MS);

      it.each(planned)('$name starts at an index on Neo4j', async ({ query, samples }) => {
        const { scannedLabels, detail } = await neo4j.graph.plan(query, samples[0]!);
        expect({ scannedLabels, detail }).toEqual({ scannedLabels: [], detail });
      });
    });
  });
}
