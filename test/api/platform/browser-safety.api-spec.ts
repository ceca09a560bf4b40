import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type TestClient, TestServer } from '../test-server.js';

/** What every answer carries, whatever it is. */
const ALWAYS: Record<string, string | RegExp> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  'content-security-policy': /frame-ancestors 'none'/,
};

const directivesOf = ({ headers }: Answer) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  ) as Record<string, string[]>;

describe('what keeps browsers safe', () => {
  let server: TestServer;
  let secure: TestServer;
  let amina: TestClient;
  let thread: string;
  let session: string;

  beforeAll(async () => {
    server = await TestServer.start();
    secure = await TestServer.start({ BASE_URL: 'https://minga.example.org' });
    amina = await server.member('Amina Mohamud');
    const about = `person:${amina.person.id}`;
    const started = await amina.post<{ id: string }>('/api/v1/threads', { about, title: 'Water', body: 'x' });
    thread = started.body.id;
    const proposed = await amina.post<{ id: string }>('/api/v1/sessions', {
      title: 'Who pays for gates',
      startsAt: '2030-01-01T09:00:00.000Z',
      timeZone: 'UTC',
    });
    session = proposed.body.id ?? 'none';
  });

  afterAll(() => Promise.all([server.stop(), secure.stop()]));

  /** One of each kind of answer. */
  const kinds = (): [string, TestClient, string, number][] => [
    ['a page', server.visitor(), '/', 200],
    ['a page kept for visitors', server.visitor(), `/threads/${thread}`, 200],
    ['a page for a member', amina, `/threads/${thread}`, 200],
    ['a form', server.visitor(), '/sign-in', 200],
    ['a fragment', amina, `/threads/${thread}/posts?after=0`, 0],
    ['data', server.visitor(), `/api/v1/threads/${thread}`, 200],
    ['a file', server.visitor(), '/assets/icon.svg', 0],
    ['a calendar', server.visitor(), `/sessions/${session}.ics`, 0],
    ['a redirection', amina, '/sign-in', 303],
    ['a page of a problem', server.visitor(), '/nowhere', 404],
    ['a page that asks to sign in', server.visitor(), '/settings', 401],
    ['a problem', server.visitor(), '/api/v1/threads/nothing', 404],
    ['a problem of a route that is not there', server.visitor(), '/api/v1/nothing', 404],
    ['health', server.visitor(), '/healthz', 200],
    ['a text', server.visitor(), '/robots.txt', 200],
    ['the description of the interface', server.visitor(), '/api/openapi.json', 200],
  ];

  it('is on every kind of answer, the first time and when it is kept', async () => {
    for (const [kind, client, path, status] of kinds()) {
      for (const time of ['first', 'second']) {
        const answer = await client.get(path);
        if (status !== 0) expect([kind, answer.status]).toEqual([kind, status]);
        for (const [name, value] of Object.entries(ALWAYS)) {
          const found = answer.headers.get(name) ?? 'nothing';
          expect({ kind, time, name, found }).toEqual({
            ...{ kind, time, name },
            found: typeof value === 'string' ? value : expect.stringMatching(value),
          });
        }
        expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe-|https?:|\*/);
        expect(answer.headers.get('strict-transport-security')).toBeNull();
      }
    }
  });

  it('lets pages run only the scripts that bear their nonce, and nothing inline', async () => {
    for (const [client, path] of [
      [server.visitor(), '/'],
      [server.visitor(), `/threads/${thread}`],
      [server.visitor(), `/threads/${thread}`],
      [amina, '/settings/tokens'],
      [server.visitor(), '/nowhere'],
    ] as const) {
      const answer = await client.get<string>(path);
      const policy = directivesOf(answer);
      const nonce = /'nonce-([\w-]{24})'/.exec(policy['script-src']?.join(' ') ?? '')?.[1];
      expect(policy).toMatchObject({
        'default-src': ["'none'"],
        'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"],
        'style-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
      });
      const scripts = answer.text.match(/<script[^>]*>/g) ?? [];
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      expect(answer.text).not.toContain('nonce-place');
    }
  });

  it('gives different pages different nonces, and the same page its own again', async () => {
    const nonceOf = async (path: string) => directivesOf(await server.visitor().get(path))['script-src']?.[1];
    expect(await nonceOf('/about')).toBe(await nonceOf('/about'));
    expect(await nonceOf('/about')).not.toBe(await nonceOf('/sign-in'));
  });

  it('lets nothing happen on what is no page', async () => {
    for (const path of [`/api/v1/threads/${thread}`, '/api/v1/nothing', '/healthz', '/robots.txt']) {
      expect(directivesOf(await server.visitor().get(path))).toEqual({
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      });
    }
  });

  it('keeps the nonce of a page that the browser has, when nothing changed', async () => {
    const first = await server.visitor().get(`/threads/${thread}`);
    const etag = first.headers.get('etag') ?? '';
    const again = await server.visitor().get(`/threads/${thread}`, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    const policy = again.headers.get('content-security-policy');
    expect([null, first.headers.get('content-security-policy')]).toContain(policy);
  });

  it('keeps browsers on HTTPS, and cookies to this very host, where Minga is reached that way', async () => {
    for (const path of ['/', '/api/v1/threads', '/nowhere', '/healthz', '/robots.txt']) {
      const { headers } = await secure.visitor().get(path);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    }
    const client = secure.visitor();
    const registered = await client.post('/api/v1/auth/register', {
      name: 'Huda',
      email: 'huda@example.org',
      password: 'seven canals under one moon',
    });
    const language = await client.form('/language', { to: 'fr' });
    const cookies = [registered, language].flatMap(({ headers }) => headers.getSetCookie());
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      '__Host-minga_session',
      '__Host-minga_device',
      '__Host-minga_locale',
    ]);
    for (const cookie of cookies) {
      for (const attribute of ['; Path=/', '; HttpOnly', '; Secure', '; SameSite=Lax'])
        expect(cookie).toContain(attribute);
      expect(cookie).not.toMatch(/domain=/i);
    }
    expect((await client.get('/api/v1/me')).status).toBe(200);
    expect((await client.get<string>('/about')).text).toContain('<html lang="fr"');
    const signedOut = await client.post('/api/v1/auth/logout');
    expect(signedOut.headers.getSetCookie()[0]).toMatch(/^__Host-minga_session=;.*; Secure/);
  });
});
