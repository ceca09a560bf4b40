import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClient, TestServer } from '../test-server.js';
import { administratorOf } from './administrator.js';
import { type AppRoute, fillPath, routesOf } from './app-routes.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Programs on this machine, with a secret of their own and no cookie. */
const FOR_THE_OPERATOR = /^\/internal\//;

interface ProblemBody {
  code: string;
}

describe('what another site makes a browser send', () => {
  let server: TestServer;
  let amina: TestClient;
  let administrator: TestClient;
  let unsafe: AppRoute[];

  beforeAll(async () => {
    server = await TestServer.start();
    administrator = await administratorOf(server);
    amina = await server.member('Amina Mohamud');
    unsafe = routesOf(server).filter(({ method, path }) => !SAFE.has(method) && !FOR_THE_OPERATOR.test(path));
  });

  afterAll(() => server.stop());

  const isApi = ({ path }: AppRoute) => path.startsWith('/api/');
  const refusalOf = async (client: TestClient, route: AppRoute, headers: Record<string, string> = {}) => {
    const path = fillPath(route.path, '1');
    const answer = isApi(route)
      ? await client.send<ProblemBody>(route.method, path, '{}', {
          'content-type': 'application/json',
          ...headers,
        })
      : await client.send<ProblemBody>(route.method, path, 'a=b', {
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        });
    return { path: `${route.method} ${route.path}`, status: answer.status };
  };
  const refused = (routes: AppRoute[]) =>
    routes.map(({ method, path }) => ({ path: `${method} ${path}`, status: 403 }));

  it('is refused by every route that changes something, without the token of the session', async () => {
    expect(unsafe.length).toBeGreaterThan(60);
    for (const holder of [amina, administrator]) {
      const forged = new TestClient(server.url, { cookie: holder.cookieHeader });
      const answers = [];
      for (const route of unsafe) answers.push(await refusalOf(forged, route));
      expect(answers).toEqual(refused(unsafe));
    }
    expect((await amina.get('/api/v1/me')).status).toBe(200);
  });

  it('is refused with the token of another session, and with one that is nearly right', async () => {
    const { csrfToken } = amina;
    for (const token of [administrator.csrfToken, csrfToken.slice(0, -1), `${csrfToken}x`, '', 'null']) {
      const forged = new TestClient(server.url, { cookie: amina.cookieHeader, 'x-csrf-token': token });
      const answers = [];
      for (const route of unsafe.slice(0, 8)) answers.push(await refusalOf(forged, route));
      expect(answers).toEqual(refused(unsafe.slice(0, 8)));
    }
  });

  it('is refused for visitors too, so that nobody is signed in as somebody else', async () => {
    const elsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
    ];
    for (const headers of elsewhere) {
      const answers = [];
      for (const route of unsafe) answers.push(await refusalOf(server.visitor(), route, headers));
      expect(answers).toEqual(refused(unsafe));
    }
  });

  it('is not what our own forms send', async () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: server.url }, {}] as Record<
      string,
      string
    >[]) {
      const body = { email: amina.person.email, password: 'seven canals under one moon' };
      const answer = await server.visitor().post('/api/v1/auth/login', body, headers);
      expect(answer.status).toBe(200);
    }
    expect((await amina.patch('/api/v1/me', { bio: 'mine' })).status).toBe(200);
  });

  it('does nothing either when it only opens an address: every form of ours carries the token', async () => {
    const pages = routesOf(server).filter(
      ({ method, path }) => method === 'GET' && !path.startsWith('/api/') && !path.includes(':'),
    );
    let forms = 0;
    for (const { path } of pages) {
      const answer = await administrator.get<string>(path, { accept: 'text/html' });
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      for (const [form] of answer.text.matchAll(/<form[^>]*method="post".*?<\/form>/gs)) {
        forms += 1;
        expect({ path, token: /name="_csrf" value="([^"]*)"/.exec(form)?.[1] }).toEqual({
          path,
          token: administrator.csrfToken,
        });
      }
    }
    expect(forms).toBeGreaterThan(20);
  });
});
