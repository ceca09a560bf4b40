import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AppRoute, fillPath, routesOf } from '../api/platform/app-routes.js';
import { type TestClient, TestServer } from '../api/test-server.js';
import { gatherPeople, type People } from './people.js';

const SAFE = new Set(['GET', 'HEAD']);

describe('the entry of every route', () => {
  let server: TestServer;
  let people: People;
  let routes: AppRoute[];
  let withScopes: (...scopes: string[]) => Promise<TestClient>;

  beforeAll(async () => {
    server = await TestServer.start({ LOG_LEVEL: 'silent' });
    people = await gatherPeople(server);
    routes = routesOf(server);
    withScopes = async (...scopes) => {
      const asked = { name: scopes.join(), scopes };
      const { body } = await people.administrator.post<{ token: string }>('/api/v1/me/tokens', asked);
      return server.visitor().with({ authorization: `Bearer ${body.token}` });
    };
  });

  afterAll(() => server.stop());

  it('is closed to a program whose token was not given the scope, even of an administrator', async () => {
    const scopes = ['read', 'write', 'admin'] as const;
    const letIn: unknown[] = [];
    for (const missing of scopes) {
      const program = await withScopes(...scopes.filter((scope) => scope !== missing));
      for (const { method, path, rule, handler } of routes) {
        if (rule?.who !== 'signed-in' || rule.scope !== missing) continue;
        const { status, text } = await program.send(method, fillPath(path, '1'));
        const isTold = path.startsWith('/api/') ? text.includes('access/scope-missing') : true;
        if (status !== 403 || !isTold) letIn.push([handler, status]);
      }
    }
    expect(letIn).toEqual([]);
  });

  it('is closed to a browser whose form was made elsewhere', async () => {
    const { member } = people;
    const cookie = { cookie: member.cookieHeader };
    for (const { method, path, handler } of routes.filter((route) => !SAFE.has(route.method))) {
      const forged = await server.visitor().send(method, fillPath(path, '1'), undefined, cookie);
      expect([handler, forged.status]).toEqual([handler, 403]);
      const guessed = { ...cookie, 'x-csrf-token': people.steward.csrfToken };
      expect([
        handler,
        (await server.visitor().send(method, fillPath(path, '1'), undefined, guessed)).status,
      ]).toEqual([handler, 403]);
    }
    expect((await member.get('/api/v1/me')).status).toBe(200);
  });

  it('is closed to a page of another site, also without a session', async () => {
    for (const { method, path, handler } of routes.filter((route) => !SAFE.has(route.method))) {
      const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
      const { status } = await server.visitor().send(method, fillPath(path, '1'), undefined, headers);
      expect([handler, status]).toEqual([handler, 403]);
    }
  });

  it('is closed to an ended session and to a withdrawn token, at once', async () => {
    const program = await withScopes('read', 'write');
    expect((await program.get('/api/v1/me')).status).toBe(200);
    const { body } = await people.administrator.get<{ items: { id: string; name: string }[] }>(
      '/api/v1/me/tokens',
    );
    for (const { id } of body.items) await people.administrator.delete(`/api/v1/me/tokens/${id}`);
    expect((await program.get('/api/v1/me')).status).toBe(401);
    const { cookieHeader } = people['other member'];
    await people['other member'].post('/api/v1/auth/logout');
    expect((await server.visitor().get('/api/v1/me', { cookie: cookieHeader })).status).toBe(401);
  });
});
