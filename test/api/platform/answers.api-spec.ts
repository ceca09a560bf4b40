import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Catalogue } from '../../../libs/platform/i18n/catalogue.js';
import { LOCALES } from '../../../libs/platform/i18n/locales.js';
import { TEST_PASSWORD, type TestClient, TestServer } from '../test-server.js';

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  correlationId: string;
  errors?: { field: string; code: string; message: string }[];
}

const ONE_OF_EACH_KIND = ['/api/v1/threads', '/api/v1/threads/nothing', '/healthz', '/nothing', '/api/v1/me'];

describe('every answer', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });

  afterAll(() => server.stop());

  it.each(ONE_OF_EACH_KIND)('carries the headers that keep browsers safe: %s', async (path) => {
    const { headers } = await server.visitor().get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toMatch(/private|no-store/);
  });

  it('has a number of its own, whatever the request calls itself', async () => {
    const asked = { 'x-request-id': 'chosen-by-the-asker' };
    const answers = await Promise.all([1, 2, 3].map(() => server.visitor().get('/api/v1/threads', asked)));
    const numbers = answers.map(({ headers }) => headers.get('x-request-id'));
    expect(new Set(numbers).size).toBe(3);
    expect(numbers).not.toContain('chosen-by-the-asker');
  });

  it('asks browsers to stay on HTTPS where Minga is reached that way', async () => {
    const secure = await TestServer.start({ BASE_URL: 'https://minga.example.org/' });
    try {
      const { headers } = await secure.visitor().get('/healthz');
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
      const body = { name: 'Huda', email: 'huda@example.org', password: TEST_PASSWORD };
      const registered = await secure.visitor().post('/api/v1/auth/register', body);
      expect(registered.headers.get('set-cookie')).toMatch(/; Secure/i);
    } finally {
      await secure.stop();
    }
    expect((await server.visitor().get('/healthz')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a problem', () => {
  let server: TestServer;
  let amina: TestClient;
  const catalogue = Catalogue.load();

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
  });

  afterAll(() => server.stop());

  it('is told as problem+json, with a code for programs and a number for people', async () => {
    const answer = await server.visitor().get<ProblemBody>('/api/v1/threads/nothing');
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toMatchObject({
      type: 'urn:minga:problem:platform/not-found',
      status: 404,
      code: 'platform/not-found',
      title: catalogue.text('en', 'errors.platform.not-found'),
      correlationId: answer.headers.get('x-request-id'),
    });
  });

  it('names each field that was refused, and why', async () => {
    const answer = await amina.post<ProblemBody>('/api/v1/threads', { about: 'x', title: 'ab' });
    expect([answer.status, answer.body.code]).toEqual([400, 'platform/invalid-input']);
    expect(answer.body.errors).toEqual([
      { field: 'about', code: 'field/not-valid', message: 'This value is not valid here.' },
      { field: 'title', code: 'field/too-short', message: 'At least 3 characters.' },
      { field: 'body', code: 'field/required', message: 'Fill this in.' },
    ]);
  });

  it.each(LOCALES.map((locale) => [locale]))('speaks %s to those who ask for it', async (locale) => {
    const expected = catalogue.text(locale, 'errors.platform.not-found');
    const path = '/api/v1/threads/nothing';
    const byHeader = await server
      .visitor()
      .get<ProblemBody>(path, { 'accept-language': `${locale}-XX, en;q=0.1` });
    const byAddress = await server.visitor().get<ProblemBody>(`${path}?lang=${locale}`);
    expect([byHeader.body.title, byAddress.body.title]).toEqual([expected, expected]);
  });

  it('speaks the language that a person has chosen, and English to those whose language it does not know', async () => {
    const rosa = await server.member('Rosa Quispe', { locale: 'es' });
    const spanish = await rosa.get<ProblemBody>('/api/v1/threads/nothing');
    expect(spanish.body.title).toBe(catalogue.text('es', 'errors.platform.not-found'));
    const klingon = await server
      .visitor()
      .get<ProblemBody>('/api/v1/threads/nothing', { 'accept-language': 'tlh' });
    expect(klingon.body.title).toBe(catalogue.text('en', 'errors.platform.not-found'));
  });

  it('is told on a page to whoever opens an address', async () => {
    const answer = await server.visitor().get('/nothing', { 'accept-language': 'ar' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(answer.text).toContain('lang="ar" dir="rtl"');
    expect(answer.text).toContain(catalogue.text('ar', 'errors.platform.not-found'));
    // The number is for what broke on our side; nobody needs it to correct an address.
    expect(answer.text).not.toContain(answer.headers.get('x-request-id') ?? 'a number');
  });

  it('of an unknown sign-in says how to sign in', async () => {
    const answer = await server.visitor().get('/api/v1/me');
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });
});

describe('limits', () => {
  it('slow down who asks too often, say when to come back, and leave others alone', async () => {
    const server = await TestServer.start({ RATE_LIMITS: 'on' });
    try {
      const amina = await server.member('Amina Mohamud');
      const huda = await server.member('Huda Obeidat');
      const start = (client: TestClient) =>
        client.post<ProblemBody>('/api/v1/threads', {
          about: `person:${amina.person.id}`,
          title: 'Water',
          body: 'x',
        });
      const answers = [];
      for (let index = 0; index < 61; index++) answers.push(await start(amina));
      const last = answers.at(-1);
      expect(answers.slice(0, 60).map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 201));
      expect([last?.status, last?.body.code]).toEqual([429, 'platform/too-many-requests']);
      expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect((await start(huda)).status).toBe(201);
      expect((await amina.get('/api/v1/threads')).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});
