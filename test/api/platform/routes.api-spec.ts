import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ZodObject } from 'zod';
import { type Answer, type TestClient, TestServer } from '../test-server.js';
import { administratorOf } from './administrator.js';
import { type AppRoute, fillPath, routesOf } from './app-routes.js';

/** Lists that are short by their nature and come whole, with the reason. */
const WHOLE_LISTS = new Map([
  ['/api/v1/countries', 'there are 249'],
  ['/api/v1/entities', 'the first answers to a name that is being typed'],
  ['/api/v1/groups', 'the atlas keeps them'],
  ['/api/v1/modalities', 'the atlas keeps them'],
  ['/api/v1/sdgs', 'there are 17'],
  ['/api/v1/sectors', 'the atlas keeps them'],
  ['/api/v1/themes', 'the stewards keep the tree small'],
  ['/api/v1/me/drafts', 'a person has 40 at most'],
  ['/api/v1/me/sessions', 'the browsers of one person'],
  ['/api/v1/me/tokens', 'a person may hold a few'],
  ['/api/v1/cases/:id/comparable', 'the best few'],
  ['/api/v1/cases/:id/versions', 'the edits of one case'],
  ['/api/v1/threads/:id/posts/:number/history', 'the edits of one post'],
]);

/** Routes that have an answer for an id that is not there, with the reason. */
const NOT_MISSED = new Map([
  ['/api/v1/people/:id/threads', 'nobody has written in no thread'],
  ['/threads/:id/posts', 'leads back to the thread, which says that it is not there'],
]);

interface ProblemBody {
  code: string;
  title: string;
  status: number;
}

describe('every route', () => {
  let server: TestServer;
  let routes: AppRoute[];
  let member: TestClient;
  let administrator: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    routes = routesOf(server);
    member = await server.member('Amina Mohamud');
    administrator = await administratorOf(server);
  });

  afterAll(() => server.stop());

  const reads = (matching: (route: AppRoute) => boolean) =>
    routes.filter((route) => route.method === 'GET' && matching(route));
  const takesParams = ({ path }: AppRoute) => path.includes(':');

  it('says who may use it', () => {
    const handlers = routes.filter(({ rule, isPublic }) => Boolean(rule) === isPublic);
    expect(handlers.map(({ handler }) => handler)).toEqual([]);
    expect(routes.length).toBeGreaterThan(30);
  });

  it('of the API declares what it takes and answers', () => {
    const undeclared = routes.filter(({ path, contract }) => path.startsWith('/api/v1/') && !contract);
    expect(undeclared.map(({ handler }) => handler)).toEqual([]);
  });

  it('declares a schema for each parameter in its path', () => {
    const loose = routes.filter(({ path, contract }) => {
      const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
      return contract && names.some((name) => !(name in (contract.params?.shape ?? {})));
    });
    expect(loose.map(({ handler }) => handler)).toEqual([]);
  });

  it('asks visitors to sign in where only signed-in people may enter', async () => {
    for (const route of routes.filter(({ rule }) => rule?.who === 'signed-in')) {
      const answer = await server.visitor().send(route.method, fillPath(route.path, '1'));
      expect([route.handler, answer.status]).toEqual([route.handler, 401]);
    }
  });

  it('answers alike for whatever is not there', async () => {
    const answers = new Map<string, Answer<ProblemBody>>();
    for (const route of reads(
      (one) => takesParams(one) && one.rule?.who === 'anyone' && !NOT_MISSED.has(one.path),
    )) {
      for (const client of [server.visitor(), member]) {
        const path = fillPath(route.path, (name) => (/number|version/.test(name) ? '1' : 'nothing-here'));
        answers.set(`${client === member ? 'member' : 'visitor'} ${route.path}`, await client.get(path));
      }
    }
    const statuses = [...answers].map(([route, { status }]) => [route, status]);
    expect(statuses.filter(([, status]) => status !== 404)).toEqual([]);
    const problems = [...answers.values()].filter(({ body }) => typeof body === 'object');
    expect(new Set(problems.map(({ body }) => `${body.code}: ${body.title}`)).size).toBe(1);
  });

  it('that lists can be read page by page, or is known to be short', () => {
    const lists = reads(
      ({ contract }) => contract?.response instanceof ZodObject && 'items' in contract.response.shape,
    );
    const unpaged = lists.filter(({ contract }) => {
      const response = contract?.response as ZodObject;
      const query = contract?.query?.shape ?? {};
      return !('nextCursor' in response.shape && 'cursor' in query && 'limit' in query);
    });
    expect(unpaged.map(({ path }) => path).filter((path) => !WHOLE_LISTS.has(path))).toEqual([]);
    const paths = new Set(unpaged.map(({ path }) => path));
    expect([...WHOLE_LISTS.keys()].filter((path) => !paths.has(path))).toEqual([]);
  });

  it('that pages gives items and a way on, and refuses a way that it did not give', async () => {
    const paged = reads(
      (route) => !takesParams(route) && Object.keys(route.contract?.query?.shape ?? {}).includes('cursor'),
    );
    expect(paged.length).toBeGreaterThan(2);
    for (const { path } of paged) {
      const first = await administrator.get<{
        items?: unknown[];
        hits?: unknown[];
        nextCursor: string | null;
      }>(`${path}?limit=1`);
      expect([path, first.status]).toEqual([path, 200]);
      expect((first.body.items ?? first.body.hits ?? []).length).toBeLessThanOrEqual(1);
      if (first.body.nextCursor === null || first.body.nextCursor === undefined) continue;
      const next = await administrator.get(
        `${path}?limit=1&cursor=${encodeURIComponent(first.body.nextCursor)}`,
      );
      expect([path, next.status]).toEqual([path, 200]);
      expect(next.body).not.toEqual(first.body);
    }
  });
});
