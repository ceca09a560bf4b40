import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestServer } from '../test-server.js';

describe('health', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });

  afterAll(() => server.stop());

  it('tells that the process answers', async () => {
    const answer = await server.visitor().get('/healthz');
    expect([answer.status, answer.body]).toEqual([200, { alive: true }]);
  });

  it('tells that the engines answer', async () => {
    const answer = await server.visitor().get('/readyz');
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        ready: true,
        checks: {
          graph: 'up',
          writes: 'up',
          // How fast the machine's disk is, is not the server's doing.
          disk: expect.stringMatching(/^(up|slow)$/),
          search: 'up',
          clock: 'up',
        },
      },
    ]);
  });

  it('is measured: requests by route, queries by name', async () => {
    await server.visitor().get('/api/v1/threads?limit=7');
    const answer = await server.visitor().get('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.text).toMatch(
      /minga_http_request_seconds_count\{route="\/api\/v1\/threads",status="2xx"\} [1-9]/,
    );
    expect(answer.text).toMatch(/minga_graph_query_seconds_count\{query="discussions\/list-threads"\} [1-9]/);
    expect(answer.text).not.toContain('limit=7');
  });

  it('shows its measurements to nobody who comes through a proxy', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      const { status } = await server.visitor().get('/metrics', { [header]: '127.0.0.1' });
      expect([header, status]).toEqual([header, 404]);
    }
  });

  it('shows them to whoever has the token of the settings, and to nobody else', async () => {
    const token = 'measure-the-gates-daily';
    const guarded = await TestServer.start({ METRICS_TOKEN: token });
    try {
      const ask = async (authorization: string, more: Record<string, string> = {}) =>
        (await guarded.visitor().get('/metrics', { authorization, ...more })).status;
      expect(await ask(`Bearer ${token}`)).toBe(200);
      expect(await ask(`Bearer ${token}`, { 'x-forwarded-for': '203.0.113.7' })).toBe(200);
      expect(await ask(`Bearer ${token}s`)).toBe(404);
      expect((await guarded.visitor().get('/metrics')).status).toBe(404);
    } finally {
      await guarded.stop();
    }
  });
});
