import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FakeMeili } from '../engines/meili/fake-meili.mjs';
import { type RunningNeo4j, startNeo4j } from '../engines/neo4j/start-neo4j.mjs';
import { startRedis } from '../engines/redis/start-redis.mjs';
import { describeWithEngine, engineAvailable } from '../engines/require-engine.js';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { until } from './until.js';

const START_MS = 400_000;
const PATIENCE_MS = 60_000;

/** Needs Redis as well, which is there wherever Neo4j is. */
describeWithEngine('neo4j', 'three processes that start at once on an empty graph', () => {
  const folders = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  let servers: FaultServer[] = [];
  let neo4j: RunningNeo4j;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let meili: FakeMeili;

  beforeAll(async () => {
    engineAvailable('redis');
    [neo4j, redis, meili] = await Promise.all([startNeo4j(), startRedis(), FakeMeili.start()]);
    const settings = {
      GRAPH_URL: neo4j.url,
      REDIS_URL: redis.url,
      MEILI_URL: meili.url,
    };
    servers = await Promise.all(folders.map(({ path }) => FaultServer.start(path, { settings })));
  }, START_MS);

  afterAll(async () => {
    for (const server of servers) await server.stop();
    await meili?.stop();
    await redis?.stop();
    await neo4j?.stop();
    for (const folder of folders) folder.remove();
  }, PATIENCE_MS);

  const through = (member: Member, server: FaultServer) => Object.assign(member, { url: server.url });

  it('all come up, with one link for the first administrator', async () => {
    const links = () => servers.map(({ log }) => /once: \S+token=(\S+)/.exec(log)?.[1]);
    await until('each has told its link', () => links().every((link) => link !== undefined), PATIENCE_MS);
    expect(new Set(links()).size).toBe(1);
    for (const server of servers) {
      const { status, checks } = await server.readiness();
      expect([status, checks.graph, checks.bus]).toEqual([200, 'up', 'up']);
      expect(server.log).not.toMatch(/deadlock/i);
    }
  });

  it('fill the index that they share once', async () => {
    await until('it is filled', () => (meili.held('minga') ?? 0) > 100, PATIENCE_MS);
    await until(
      'all know',
      async () =>
        (await Promise.all(servers.map((server) => server.readiness()))).every(
          ({ checks }) => checks.search === 'up',
        ),
      PATIENCE_MS,
    );
    expect(meili.tasksOf('indexSwap')).toBe(1);
  });

  it('each take what another has drawn the form of', async () => {
    const amina = await Member.join(servers[0]!.url, 'Amina');
    const thread = await amina.startThread('Canals');
    for (const server of servers) {
      const { status } = await through(amina, server).reply(thread, 'By whichever is nearest');
      expect(status).toBe(201);
    }
  });

  it(
    'show the loss of Redis, and remember nobody while it lasts',
    async () => {
      const [one, other] = servers as [FaultServer, FaultServer];
      const ben = await Member.join(one.url, 'Ben');
      expect((await through(ben, other).get('/api/v1/me')).status).toBe(200);
      process.kill(redis.pid, 'SIGKILL');
      await until(
        'both see it',
        async () => {
          const states = await Promise.all([one.readiness(), other.readiness()]);
          return states.every(({ status, checks }) => status === 200 && checks.bus === 'down');
        },
        PATIENCE_MS,
      );
      for (const path of [
        '/',
        '/threads',
        '/cases',
        '/search?q=water',
        '/sessions',
        '/dialogues',
        '/api/v1/threads',
      ]) {
        expect([path, (await fetch(`${one.url}${path}`)).status]).toEqual([path, 200]);
      }
      const metrics = await fetch(`${one.url}/metrics`).then((answer) => answer.text());
      expect(metrics).toContain('minga_engine_up{engine="bus"} 0');
      expect((await through(ben, one).post('/api/v1/auth/logout', {})).status).toBeLessThan(300);
      expect((await through(ben, other).get('/api/v1/me')).status).toBe(401);
    },
    PATIENCE_MS,
  );
});
