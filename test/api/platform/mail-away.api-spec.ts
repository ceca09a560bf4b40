import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadinessReport } from '../../../libs/platform/operations/readiness.js';
import { TestServer } from '../test-server.js';
import { fillPath, routesOf } from './app-routes.js';

describe('a mail server that is away', () => {
  let server: TestServer;

  beforeAll(async () => {
    // Nothing listens there.
    server = await TestServer.start({ SMTP_URL: 'smtp://127.0.0.1:1', LOG_LEVEL: 'silent' });
  });

  afterAll(() => server.stop());

  it('keeps no server from starting, which shows what it lacks', async () => {
    const { status, body } = await server.visitor().get<ReadinessReport>('/readyz');
    expect([status, body.ready, body.checks.mail]).toEqual([200, true, 'down']);
    const { text } = await server.visitor().get<string>('/metrics');
    expect(text).toContain('minga_engine_up{engine="mail"} 0');
  });

  it('holds up nobody: people register, ask for links and read every page', async () => {
    const amina = await server.member('Amina Mohamud');
    const asked = await server.visitor().post('/api/v1/auth/forgot', { email: amina.person.email });
    expect(asked.status).toBeLessThan(500);
    const reads = routesOf(server).filter(({ method }) => method === 'GET');
    for (const { path } of reads) {
      const filled = fillPath(path, amina.person.id);
      const begun = performance.now();
      const { status } = await amina.get(filled);
      expect([filled, status === 500, performance.now() - begun < 3_000]).toEqual([filled, false, true]);
    }
  }, 300_000);
});
