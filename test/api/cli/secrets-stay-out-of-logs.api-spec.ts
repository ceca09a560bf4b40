import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeQuotedPrintable } from '../identity/mailed-link.js';
import { LiveClient } from '../live-client.js';
import { TEST_PASSWORD, TestClient } from '../test-server.js';
import { newDataDir, ServerProcess } from './minga-process.js';

const PATIENCE_MS = 180_000;
const NEW_PASSWORD = 'the gate opens at six';
const WRONG_PASSWORD = 'a wrong one that was typed';
const SMTP_PASSWORD = 'the-mail-servers-own-word';
const EMAIL = 'rosa.quispe@example.org';

/** The tokens in the links of the mails sent so far, waiting until there are so many. */
async function mailedTokens(dataDir: string, count: number): Promise<string[]> {
  for (;;) {
    const folder = join(dataDir, 'outbox');
    const mails = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    const tokens = mails.flatMap((name) => {
      const text = decodeQuotedPrintable(readFileSync(join(folder, name), 'utf8'));
      return [...text.matchAll(/\?token=([\w-]{43})/g)].map((match) => match[1] ?? '');
    });
    if (tokens.length >= count) return tokens;
    await sleep(50);
  }
}

describe('what a server logs, at its most talkative', () => {
  const dataDir = newDataDir();
  const secrets = new Map<string, string>();
  let server: ServerProcess;
  let log = '';

  beforeAll(async () => {
    server = await ServerProcess.start(dataDir, { LOG_LEVEL: 'trace', RATE_LIMITS: 'on' });
    const rosa = new TestClient(server.url);
    const remember = (what: string, secret: string) => secrets.set(what, secret);
    const cookie = (client: TestClient) => client.cookieHeader.split('=')[1] ?? '';

    const form = { name: 'Rosa Quispe', email: EMAIL, password: TEST_PASSWORD };
    expect((await rosa.post('/api/v1/auth/register', form)).status).toBe(201);
    remember('the cookie of a first session', cookie(rosa));
    remember('a CSRF token', rosa.csrfToken);
    await rosa.post('/api/v1/auth/register', form);
    await new TestClient(server.url).post('/api/v1/auth/login', { email: EMAIL, password: WRONG_PASSWORD });
    await new TestClient(server.url).post('/api/v1/auth/login', { email: WRONG_PASSWORD, password: 'x' });
    await new TestClient(server.url).form('/sign-in', { email: EMAIL, password: WRONG_PASSWORD });

    const link = (await server.administratorLink()).searchParams.get('token') ?? '';
    await rosa.post('/api/v1/auth/become-administrator', { token: link });
    remember('the cookie of a session', cookie(rosa));
    const made = await rosa.post<{ token: string }>('/api/v1/me/tokens', { name: 'x', scopes: ['read'] });
    remember('a token', made.body.token);
    const authorization = `Bearer ${made.body.token}`;
    await rosa.with({ authorization }).get('/api/v1/me');
    await rosa.with({ authorization: `${authorization}x` }).get('/api/v1/me');
    await rosa.get(`/api/v1/me?access_token=${made.body.token}`);
    const live = await LiveClient.connect(new TestClient(server.url), { token: made.body.token });
    await live.sendRaw('join', { room: `secret:${made.body.token}` });
    live.close();

    await rosa.post('/api/v1/auth/request-password-reset', { email: EMAIL });
    const [first = '', second = ''] = await mailedTokens(dataDir, 2);
    remember('a mailed link', first);
    remember('another mailed link', second);
    for (const token of [first, second]) {
      await rosa.get(`/reset?token=${token}`);
      await rosa.get(`/verify?token=${token}`);
      await rosa.get(`/nowhere?token=${token}`);
      await rosa.post('/api/v1/auth/reset-password', { token, password: NEW_PASSWORD });
    }
    const again = new TestClient(server.url);
    await again.post('/api/v1/auth/login', { email: EMAIL, password: NEW_PASSWORD });
    remember('the cookie of a last session', cookie(again));

    // What breaks on our side, and what nobody can read, is told with its stack.
    for (const body of [`{"password":"${WRONG_PASSWORD}`, `${WRONG_PASSWORD}`, '\u0000']) {
      await again.send('POST', '/api/v1/auth/login', body, { 'content-type': 'application/json' });
    }
    await again.get(`/api/v1/threads?cursor=${WRONG_PASSWORD}`);
    await again.post('/api/v1/auth/logout');
    await server.stop();
    log = server.stdout + server.stderr;
    const kept = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
    for (const [name, secret] of Object.entries(kept)) remember(`the secret ${name} of the folder`, secret);
    remember('a password', TEST_PASSWORD);
    remember('a new password', NEW_PASSWORD);
    remember('a wrong password', WRONG_PASSWORD);
    remember('a hash of a password', '$argon2id$');
    remember('an address', EMAIL);
    remember('a password in the query', encodeURIComponent(WRONG_PASSWORD));
  }, PATIENCE_MS);

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('holds no secret of those who used it', () => {
    expect([...secrets].filter(([, secret]) => secret.length < 8)).toEqual([]);
    const told = [...secrets].filter(([, secret]) => log.includes(secret)).map(([what]) => what);
    expect(told).toEqual([]);
    expect(secrets.size).toBeGreaterThan(12);
  });

  it('tells who signed in and who was refused, from where, and each audited act with its hash', () => {
    expect(log).toMatch(/"context":"sign-in","msg":"person:\w+ from 127\.0\.0\.1"/);
    expect(log).toMatch(/"context":"sign-in","msg":"refused from 127\.0\.0\.1"/);
    expect(log).toMatch(/refused access\/token-invalid GET \/api\/v1\/me to nobody from 127\.0\.0\.1/);
    expect(log).toMatch(/"context":"audit","msg":"#1 identity\.role-granted of person:\w+ .* [0-9a-f]{64}"/);
  });

  it(
    'holds neither mails nor the password of the mail server when that cannot be reached',
    async () => {
      const folder = newDataDir();
      const url = `smtp://minga:${SMTP_PASSWORD}@127.0.0.1:9`;
      const other = await ServerProcess.start(folder, { LOG_LEVEL: 'trace', SMTP_URL: url });
      const form = { name: 'Rosa Quispe', email: EMAIL, password: TEST_PASSWORD };
      expect((await new TestClient(other.url).post('/api/v1/auth/register', form)).status).toBe(201);
      await other.stop();
      const text = other.stdout + other.stderr;
      expect(text).toContain('a mail was not sent');
      for (const secret of [SMTP_PASSWORD, EMAIL, TEST_PASSWORD, '/verify?token=']) {
        expect({ secret, told: text.includes(secret) }).toEqual({ secret, told: false });
      }
      rmSync(folder, { recursive: true, force: true });
    },
    PATIENCE_MS,
  );
});
