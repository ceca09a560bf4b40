import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type RunningNeo4j, startNeo4j } from '../engines/neo4j/start-neo4j.mjs';
import { describeWithEngine } from '../engines/require-engine.js';
import { faultsOf, Writers } from './acknowledged-writes.js';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { until } from './until.js';

const PATIENCE_MS = 40_000;
/** On a busy machine both the engine and filling it with reference data take their time. */
const START_MS = 240_000;

describeWithEngine('neo4j', 'Neo4j that is killed under load and comes back', () => {
  const folder = temporaryFolder();
  const engines: RunningNeo4j[] = [];
  let server: FaultServer;

  beforeAll(async () => {
    engines.push(await startNeo4j());
    server = await FaultServer.start(folder.path, {
      settings: { GRAPH_URL: engines[0]!.url, ONLY_PROCESS: 'on' },
    });
  }, START_MS);

  afterAll(async () => {
    await server?.stop();
    for (const engine of engines.reverse()) await engine.stop();
    folder.remove();
  });

  it(
    'makes requests fail clearly, costs nothing that was acknowledged, and is used again by itself',
    async () => {
      const members = await Member.crowd(server.url, 5);
      const thread = await members[0]!.startThread('Canals');
      const writers = new Writers(members, [thread]);
      writers.start();
      await until('much is written', () => writers.acknowledged.length > 50, PATIENCE_MS);
      process.kill(engines[0]!.pid, 'SIGKILL');
      await until('writes are refused', () => writers.refused.length > 0, PATIENCE_MS);
      await writers.stop();
      const kinds = new Set(
        writers.refused.map(({ status, code, retryAfter }) => `${status} ${code} ${retryAfter}`),
      );
      expect(kinds).toEqual(new Set(['503 graph/unavailable 5']));
      expect((await members[0]!.get(`/api/v1/threads/${thread}/posts?limit=3`)).status).toBe(503);
      const { status, ready, checks } = await server.readiness();
      expect({ status, ready, graph: checks.graph }).toEqual({ status: 503, ready: false, graph: 'down' });

      engines.push(await startNeo4j(engines[0]));
      await until(
        'the graph is up',
        async () => (await server.readiness()).checks.graph === 'up',
        PATIENCE_MS,
      );
      await writers.sendAgain();
      expect(faultsOf(thread, await members[0]!.postsOf(thread), writers.acknowledged)).toEqual([]);
    },
    START_MS,
  );
});
