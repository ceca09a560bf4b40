import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { examine } from '../../faults/operator.js';
import { TEST_PASSWORD, TestClient, TestServer } from '../test-server.js';
import { mailedToken } from './mailed-link.js';

const NEW_PASSWORD = 'the gate opens at six';

interface ProblemBody {
  code: string;
}

/** The server stands behind a proxy that says where each request came from. */
describe('owners of accounts that others guess at', () => {
  let server: TestServer;
  let rosa: TestClient;
  let email: string;

  beforeAll(async () => {
    server = await TestServer.start({ TRUST_PROXY: 'on', RATE_LIMITS: 'on' });
  });

  afterAll(() => server.stop());

  const from = (address: string) => new TestClient(server.url, { 'x-forwarded-for': address });
  const logIn = (client: TestClient, password = TEST_PASSWORD, as = email) =>
    client.post<ProblemBody>('/api/v1/auth/login', { email: as, password });
  let owners = 0;

  beforeEach(async () => {
    rosa = from(`192.0.2.${++owners}`);
    email = `rosa.${owners}@example.org`;
    const form = { name: 'Rosa Quispe', email, password: TEST_PASSWORD };
    expect((await rosa.post('/api/v1/auth/register', form)).status).toBe(201);
  });

  const guessFrom = async (address: string, times: number) => {
    const codes: string[] = [];
    for (let time = 0; time < times; time++)
      codes.push((await logIn(from(address), 'a guess of many')).body.code);
    return codes;
  };
  const guessFromEverywhere = () =>
    Promise.all(Array.from({ length: 30 }, (_, index) => guessFrom(`203.0.113.${index}`, 6)));

  it('get in from anywhere else, however long somebody guesses from one place', async () => {
    expect((await guessFrom('203.0.113.7', 12)).at(-1)).toBe('identity/too-many-attempts');
    expect((await logIn(from('203.0.113.7'))).body.code).toBe('identity/too-many-attempts');
    expect((await logIn(from('198.51.100.4'))).status).toBe(200);
  });

  it('get in on a device that they used before, and stay signed in, while the whole world guesses', async () => {
    const phone = from('198.51.100.5');
    expect((await logIn(phone)).status).toBe(200);
    await phone.post('/api/v1/auth/logout');
    await guessFromEverywhere();
    expect((await logIn(from('198.51.100.6'))).body.code).toBe('identity/too-many-attempts');
    expect((await rosa.get('/api/v1/me')).status).toBe(200);
    const change = { currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD };
    expect((await rosa.post('/api/v1/me/password', change)).status).toBe(200);
    await guessFromEverywhere();
    expect((await logIn(phone, NEW_PASSWORD)).status).toBe(200);
    await phone.post('/api/v1/auth/logout');
    expect((await logIn(phone, 'my own mistake')).status).toBe(401);
    expect((await logIn(phone, NEW_PASSWORD)).status).toBe(200);
  });

  it('get in by a link from their mail, whoever asked for others, while the world guesses on', async () => {
    await guessFromEverywhere();
    const mine = from('198.51.100.8');
    await mine.post('/api/v1/auth/request-password-reset', { email });
    const token = await mailedToken(server, email, 'reset');
    for (let time = 0; time < 10; time++)
      await from(`203.0.113.${time}`).post('/api/v1/auth/request-password-reset', { email });
    const reset = { token, password: NEW_PASSWORD };
    expect((await mine.post('/api/v1/auth/reset-password', reset)).status).toBe(204);
    await guessFromEverywhere();
    expect((await logIn(mine, NEW_PASSWORD)).status).toBe(200);
  });

  it('are told apart by no answer: an address nobody has is stopped alike', async () => {
    await guessFromEverywhere();
    const known = await logIn(from('198.51.100.9'));
    const answers = Array.from({ length: 30 }, (_, index) =>
      Promise.all(
        Array.from({ length: 6 }, () => logIn(from(`203.0.113.${index}`), 'a guess', 'nobody@example.org')),
      ),
    );
    await Promise.all(answers);
    const unknown = await logIn(from('198.51.100.9'), TEST_PASSWORD, 'nobody@example.org');
    expect([known.status, known.body.code]).toEqual([unknown.status, unknown.body.code]);
    expect(unknown.status).toBe(429);
  });

  it.each([
    ['a port', (port: number) => `203.0.113.77:${4000 + port}`],
    ['brackets and a port', (port: number) => `[2001:db8:7:7::1]:${4000 + port}`],
    ['further bits', (bits: number) => `2001:db8:8:8::${bits.toString(16)}`],
    ['IPv4 within IPv6', (port: number) => (port % 2 ? '::ffff:203.0.113.78' : '[::ffff:cb00:714e]:80')],
    ['a zone', (port: number) => `fe80::1%eth${port}`],
    ['claims before it', (claimed: number) => `10.0.0.${claimed}, 203.0.113.79`],
    ['what is no address', (text: number) => `nowhere-${text}`],
  ])('are guessed at from one place, whatever the proxy adds: %s', async (_, written) => {
    const codes: string[] = [];
    for (let time = 0; time < 7; time++) codes.push((await logIn(from(written(time)), 'a guess')).body.code);
    expect(codes.slice(4)).toEqual([
      'identity/wrong-credentials',
      'identity/too-many-attempts',
      'identity/too-many-attempts',
    ]);
    expect((await logIn(from('198.51.100.10'))).status).toBe(200);
  });
});

describe('a training room behind one address', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await TestServer.start({ RATE_LIMITS: 'on' });
  });

  afterEach(() => server.stop());

  it('registers, mistypes, signs in and searches within a minute', async () => {
    const form = (index: number) => ({ email: `trainee.${index}@example.org`, password: TEST_PASSWORD });
    const trainees = Array.from({ length: 40 }, (_, index) => index);
    const statuses = async (ask: (index: number) => Promise<{ status: number }>) =>
      new Set((await Promise.all(trainees.map(ask))).map(({ status }) => status));
    const register = (index: number) =>
      server.visitor().post('/api/v1/auth/register', { name: `Trainee ${index}`, ...form(index) });
    const logIn = (index: number, password = TEST_PASSWORD) =>
      server.visitor().post('/api/v1/auth/login', { ...form(index), password });
    expect(await statuses(register)).toEqual(new Set([201]));
    for (const typed of ['caps lock', 'the one at work', 'another'])
      expect(await statuses((index) => logIn(index, typed))).toEqual(new Set([401]));
    expect(await statuses((index) => logIn(index))).toEqual(new Set([200]));
    const ask = (index: number) =>
      server.visitor().post('/api/v1/auth/request-password-reset', { email: form(index).email });
    expect(await statuses(ask)).toEqual(new Set([204]));
    for (let word = 0; word < 10; word++)
      expect(await statuses(() => server.visitor().get('/api/v1/search?q=water'))).toEqual(new Set([200]));
  }, 60_000);

  it('is told of a proxy that nobody told the server of', async () => {
    const doctor = async () => (await examine(server)).filter(({ check }) => check === 'proxy');
    expect(await doctor()).toEqual([]);
    await server.visitor().get('/', { 'x-forwarded-for': '203.0.113.7' });
    expect(await doctor()).toMatchObject([{ ok: false, detail: expect.stringContaining('TRUST_PROXY=on') }]);
  });
});
