import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ThreadView } from '../../../libs/discussions/index.js';
import type { SearchView } from '../../../libs/explore/index.js';
import { JobRunner } from '../../../libs/platform/jobs/job-runner.js';
import type { ReadinessReport } from '../../../libs/platform/operations/readiness.js';
import { FakeMeili, type FakeMeiliMode } from '../../engines/meili/fake-meili.mjs';
import { type TestClient, TestServer } from '../test-server.js';
import { administratorOf } from './administrator.js';
import { type AppRoute, fillPath, routesOf } from './app-routes.js';

/** Two seconds, and something for a machine that does much else. */
const SOON_MS = 3_000;
const PATIENCE_MS = 300_000;
const KEY = 'a key of sixteen characters';

/** What stands for a parameter of a path; everything else is the discussion. */
const VALUES: Record<string, string> = { number: '1', iso3: 'KEN', code: 'KEN', key: 'country:KEN' };

const SAID = {
  en: 'Search is being repaired.',
  es: 'La búsqueda está en reparación.',
  ar: 'البحث قيد الإصلاح.',
  zh: '搜索功能正在修复',
};

describe('a search server that is away', () => {
  let meili: FakeMeili;
  let server: TestServer;
  let amina: TestClient;
  let administrator: TestClient;
  let thread: ThreadView;
  let reads: AppRoute[];

  const start = (title: string) =>
    amina.post<ThreadView>('/api/v1/threads', { about: 'country:KEN', title, body: `On ${title}` });
  const find = (q: string) => amina.get<SearchView>(`/api/v1/search?q=${encodeURIComponent(q)}&type=thread`);
  const readiness = async () => (await server.visitor().get<ReadinessReport>('/readyz')).body;
  const timed = async (client: TestClient, path: string) => {
    const begun = performance.now();
    const { status, text } = await client.get<string>(path);
    return { path, status, text, isSoon: performance.now() - begun < SOON_MS };
  };
  /** Jobs run every few seconds; here they run at once. */
  const untilFound = async (q: string) => {
    for (let round = 0; round < 20; round++) {
      await server.app.get(JobRunner).runAll();
      const { status, body } = await find(q);
      if (status === 200 && body.total > 0) return body.total;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return 0;
  };

  beforeAll(async () => {
    meili = await FakeMeili.start({ key: KEY });
    server = await TestServer.start({ MEILI_URL: meili.url, MEILI_KEY: KEY, LOG_LEVEL: 'silent' });
    amina = await server.member('Amina Mohamud', { country: 'KEN' });
    administrator = await administratorOf(server);
    thread = (await start('Gate maintenance')).body;
    await server.settled();
    reads = routesOf(server).filter(({ method }) => method === 'GET');
  }, PATIENCE_MS);

  afterAll(async () => {
    await server.stop();
    await meili.stop();
  });

  it('answers while it is there', async () => {
    expect((await find('gate maintenance')).body.total).toBe(1);
    expect((await readiness()).checks.search).toBe('up');
  });

  describe.each(['refuses', 'fails', 'hangs'] as FakeMeiliMode[])('and %s', (mode) => {
    beforeAll(() => meili.become(mode));

    it(
      'takes no page and no list with it, nor makes anyone wait',
      async () => {
        const paths = reads
          .map(({ path }) => fillPath(path, (name) => VALUES[name] ?? thread.id))
          .filter((path) => !path.endsWith('/metrics'));
        const asked = paths.flatMap((path) => [path, `${path}?q=water&a=kenya&b=peru`]);
        for (const client of [amina, administrator, server.visitor()]) {
          for (const path of asked) {
            const { status, isSoon } = await timed(client, path);
            expect([path, status === 500, isSoon]).toEqual([path, false, true]);
          }
        }
      },
      PATIENCE_MS,
    );

    it('is told of on the pages that lack it, in the language of the reader, and they go on', async () => {
      for (const [lang, said] of Object.entries(SAID)) {
        for (const path of [
          `/search?q=water&lang=${lang}`,
          `/cases?q=water&lang=${lang}`,
          `/cases?lang=${lang}`,
          `/threads/new?q=water&lang=${lang}`,
          `/explore?a=kenya&lang=${lang}`,
        ]) {
          const { status, text, isSoon } = await timed(amina, path);
          expect([path, status, text.includes(said), isSoon]).toEqual([path, 200, true, true]);
        }
      }
      for (const path of ['/', '/cases', '/countries', '/themes', '/sdgs', `/threads/${thread.id}`]) {
        expect([path, (await timed(server.visitor(), path)).status]).toEqual([path, 200]);
      }
    });

    it('is a problem of its own in the API', async () => {
      for (const path of [
        '/api/v1/search?q=water',
        '/api/v1/search/suggestions?q=wat',
        '/api/v1/entities?q=kenya',
      ]) {
        const { status, body, headers } = await amina.get<{ code: string }>(path);
        expect([path, status, body.code]).toEqual([path, 503, 'search/unavailable']);
        expect(headers.get('retry-after')).toBe('5');
      }
      const { ready, checks } = await readiness();
      expect([ready, checks.graph, checks.search]).toEqual([true, 'up', 'down']);
    });

    it(
      'catches up by itself when it is back',
      async () => {
        expect((await start(`Written while it ${mode}`)).status).toBe(201);
        await server.settled().catch(() => undefined);
        await meili.become('answers');
        expect(await untilFound(`written while it ${mode}`)).toBe(1);
        expect((await readiness()).checks.search).toBe('up');
      },
      PATIENCE_MS,
    );
  });

  it(
    'is filled anew when it has lost what it held',
    async () => {
      meili.loseData();
      expect(await untilFound('gate maintenance')).toBe(1);
      expect(await untilFound('written while')).toBe(3);
    },
    PATIENCE_MS,
  );
});

describe('a server that starts while search is away', () => {
  it(
    'starts, and fills the index when it is back',
    async () => {
      const meili = await FakeMeili.start();
      await meili.become('refuses');
      const server = await TestServer.start({ MEILI_URL: meili.url, LOG_LEVEL: 'silent' });
      try {
        const { body } = await server.visitor().get<ReadinessReport>('/readyz');
        expect([body.ready, body.checks.search]).toEqual([true, 'down']);
        expect((await server.visitor().get('/')).status).toBe(200);
        await meili.become('answers');
        for (let round = 0; round < 20; round++) {
          await server.app.get(JobRunner).runAll();
          if ((meili.held('minga') ?? 0) > 200) break;
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
        const found = await server.visitor().get<SearchView>('/api/v1/search?q=kenya');
        expect([found.status, found.body.total > 0]).toEqual([200, true]);
      } finally {
        await server.stop();
        await meili.stop();
      }
    },
    PATIENCE_MS,
  );

  it(
    'ends where the key is wrong, or the server too old or no Meilisearch',
    async () => {
      const meili = await FakeMeili.start({ key: KEY });
      try {
        const startWith = (settings: Record<string, string>) =>
          TestServer.start({ MEILI_URL: meili.url, ...settings }).then(
            () => 'started',
            (error: Error) => `${error.name} ${error.message}`,
          );
        expect(await startWith({ MEILI_KEY: 'wrong' })).toMatch(/^InvalidSettings MEILI_KEY: .*refuses it/);
        expect(await startWith({})).toMatch(/^InvalidSettings MEILI_KEY: /);
        meili.version = '1.16.0';
        expect(await startWith({ MEILI_KEY: KEY })).toMatch(
          /^InvalidSettings MEILI_URL: .*version 1\.16\.0; 1\.50 or later is needed/,
        );
      } finally {
        await meili.stop();
      }
    },
    PATIENCE_MS,
  );
});
