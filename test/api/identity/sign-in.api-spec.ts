import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Account, SESSION_COOKIE } from '../../../libs/identity/index.js';
import { Graph, readQuery } from '../../../libs/platform/graph/graph.js';
import { TEST_PASSWORD, TestClient, TestServer } from '../test-server.js';

interface SignedInBody {
  person: Account;
  csrfToken: string;
}

interface ProblemBody {
  code: string;
  title: string;
  correlationId: string;
  errors?: { field: string; code: string; message: string }[];
}

const form = (email: string) => ({ name: 'Rosa Quispe', email, password: TEST_PASSWORD });

describe('registering and signing in', () => {
  let server: TestServer;
  let visitor: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    visitor = server.visitor();
  });

  afterAll(() => server.stop());

  const register = (body: object) =>
    new TestClient(server.url).post<SignedInBody & ProblemBody>('/api/v1/auth/register', body);
  const logIn = (email: string, password = TEST_PASSWORD) =>
    server.visitor().post<SignedInBody & ProblemBody>('/api/v1/auth/login', { email, password });

  describe('registering', () => {
    it('makes a member, signs them in and keeps what they said of themself', async () => {
      const rosa = server.visitor();
      const answer = await rosa.post<SignedInBody>(
        '/api/v1/auth/register',
        { name: '  Rosa   Quispe ', email: ' Rosa@Example.org ', password: TEST_PASSWORD },
        { 'accept-language': 'es-PE' },
      );
      expect(answer.status).toBe(201);
      const { person } = answer.body;
      expect(person).toMatchObject({
        name: 'Rosa Quispe',
        url: `/people/${person.id}`,
        email: 'Rosa@Example.org',
        isVerified: false,
        locale: 'es',
        roles: ['member'],
        country: null,
      });
      const me = await rosa.get<SignedInBody>('/api/v1/me');
      expect(me.body).toEqual({ person, roles: ['member'], csrfToken: answer.body.csrfToken });
    });

    it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
      const answer = await register(form('cookie@example.org'));
      const [cookie = ''] = answer.headers.getSetCookie();
      expect(cookie).toMatch(new RegExp(`^${SESSION_COOKIE}=[\\w-]{43};`));
      for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Expires='])
        expect(cookie).toContain(attribute);
      expect(cookie).not.toContain('Secure');
    });

    it('is refused for an address that someone has, in whatever case', async () => {
      await register(form('taken@example.org'));
      const answer = await register(form('TAKEN@example.org'));
      expect([answer.status, answer.body.code]).toEqual([409, 'identity/email-taken']);
    });

    it('shares a name that somebody has, and imitates none', async () => {
      let namesakes = 0;
      const called = async (name: string) => {
        const answer = await register({ ...form(`namesake.${++namesakes}@example.org`), name });
        return answer.status === 201 ? answer.body.person.name : answer.body.errors?.[0]?.code;
      };
      expect(await called('Isabel Castellanos')).toBe('Isabel Castellanos');
      expect(await called('Isabel\u200b Caste\u00adllanos')).toBe('Isabel Castellanos');
      expect(await called('ISABEL CASTELLANOS')).toBe('ISABEL CASTELLANOS');
      expect(await called('Isabe\u0406 Castellanos')).toBe('identity/name-mixes-scripts');
      expect(await called('lsabel Castellanos')).toBe('identity/name-imitates');
      expect(await called('Isabel Caste||anos')).toBe('identity/name-imitates');
      expect(await called('\u{1d408}sabel Castellanos')).toBe('identity/name-imitates');
      expect(await called('Isabel Castellanos R.')).toBe('Isabel Castellanos R.');
    });

    it('gives an address to one of many who ask for it at once', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => register(form('race@example.org'))));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
    });

    it.each([
      ['a short password', { password: 'short' }, 'password', 'field/too-short'],
      ['a common password', { password: 'Password123' }, 'password', 'identity/password-common'],
      ['the own name as password', { password: 'rosa quispe' }, 'password', 'identity/password-personal'],
      ['no address', { email: 'rosa' }, 'email', 'field/not-email'],
      ['two addresses', { email: 'a@example.org,b@example.org' }, 'email', 'field/not-email'],
      ['an empty name', { name: ' \u0000 ' }, 'name', 'field/required'],
      ['a name nobody can see', { name: '\u200b\u3164' }, 'name', 'field/invisible'],
      ['a name of marks alone', { name: '\u0301\u0301' }, 'name', 'field/invisible'],
      ['a name without letters', { name: '*!*' }, 'name', 'identity/name-without-letters'],
      ['a name of two alphabets', { name: 'R\u043esa' }, 'name', 'identity/name-mixes-scripts'],
      ['a country that is not there', { country: 'XXX' }, 'country', 'identity/unknown-country'],
      ['a language that is not spoken', { locale: 'xx' }, 'locale', 'field/unknown-choice'],
      ['a role', { roles: ['administrator'] }, '', 'field/unrecognised'],
    ])('is refused with %s', async (what, change, field, code) => {
      const email = `${what.replaceAll(' ', '.')}@example.org`;
      const answer = await register({ ...form(email), ...change });
      expect([answer.status, answer.body.code]).toEqual([400, 'platform/invalid-input']);
      expect(answer.body.errors).toMatchObject([{ field, code }]);
      expect(answer.body.errors?.[0]?.message).not.toBe(`errors.${code.replace('/', '.')}`);
      expect((await logIn(email)).status).toBe(401);
    });

    it('keeps neither the password nor the session secret', async () => {
      const answer = await register(form('secret@example.org'));
      const token = /=([\w-]{43});/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1];
      const everything = readQuery<Record<string, never>, { n: unknown }>(
        'test/everything',
        'MATCH (n) RETURN n',
      );
      const graph = JSON.stringify(await server.app.get(Graph).read(everything, {}));
      expect(graph).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
      expect(graph).not.toContain(TEST_PASSWORD);
      expect(token).toHaveLength(43);
      expect(graph).not.toContain(token);
      expect(answer.text).not.toContain('argon2id');
    });
  });

  describe('signing in', () => {
    beforeAll(async () => {
      await register(form('back@example.org'));
    });

    it('opens a new session each time', async () => {
      const [first, second] = [await logIn('back@example.org'), await logIn('BACK@example.org')];
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(first.body.person.id).toBe(second.body.person.id);
      expect(first.body.csrfToken).not.toBe(second.body.csrfToken);
      expect(first.headers.getSetCookie()[0]).not.toBe(second.headers.getSetCookie()[0]);
    });

    it('leaves the session in use for the new one', async () => {
      const client = await server.member('Huda Obeidat');
      const old = new TestClient(server.url, { cookie: client.cookieHeader });
      expect((await old.get('/api/v1/me')).status).toBe(200);
      const { email } = client.person;
      expect((await client.post('/api/v1/auth/login', { email, password: TEST_PASSWORD })).status).toBe(200);
      expect((await old.get('/api/v1/me')).status).toBe(401);
      expect((await client.get('/api/v1/me')).status).toBe(200);
    });

    it('answers alike to a wrong password and to an address nobody has', async () => {
      const wrong = await logIn('back@example.org', 'not the password');
      const unknown = await logIn('nobody@example.org', 'not the password');
      expect([wrong.status, wrong.body.code]).toEqual([401, 'identity/wrong-credentials']);
      const told = ({ correlationId: _, ...problem }: ProblemBody) => problem;
      expect(told(unknown.body)).toEqual(told(wrong.body));
      expect(wrong.headers.getSetCookie()).toEqual([]);
    });

    it('stops after five failures, with the right password too, and whether or not the account exists', async () => {
      await register(form('guessed@example.org'));
      for (const email of ['guessed@example.org', 'guessed.nobody@example.org']) {
        await Promise.all(Array.from({ length: 5 }, () => logIn(email, 'a guess of many')));
        const answer = await logIn(email);
        expect([answer.status, answer.body.code]).toEqual([429, 'identity/too-many-attempts']);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(20);
      }
    });

    it('needs both an address and a password', async () => {
      const answer = await visitor.post<ProblemBody>('/api/v1/auth/login', { email: 'back@example.org' });
      expect(answer.body.errors).toMatchObject([{ field: 'password', code: 'field/required' }]);
    });

    it('is refused from another site', async () => {
      const body = { email: 'back@example.org', password: TEST_PASSWORD };
      const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
      const answer = await visitor.post<ProblemBody>('/api/v1/auth/login', body, elsewhere);
      expect([answer.status, answer.body.code]).toEqual([403, 'access/other-origin']);
    });
  });

  describe('a session', () => {
    it('changes nothing without its CSRF token', async () => {
      const client = await server.member('Tereza Silva');
      const forged = new TestClient(server.url, { cookie: client.cookieHeader });
      const answer = await forged.patch<ProblemBody>('/api/v1/me', { bio: 'forged' });
      expect([answer.status, answer.body.code]).toEqual([403, 'access/csrf-token-missing']);
      const other = await server.member('Someone Else');
      forged.csrfToken = other.csrfToken;
      expect((await forged.patch('/api/v1/me', { bio: 'forged' })).status).toBe(403);
      expect((await client.patch('/api/v1/me', { bio: 'mine' })).status).toBe(200);
    });

    it('ends with signing out, at once and for whoever kept the cookie', async () => {
      const client = await server.member('Li Wei');
      const kept = new TestClient(server.url, { cookie: client.cookieHeader });
      expect((await kept.get('/api/v1/me')).status).toBe(200);
      const answer = await client.post('/api/v1/auth/logout');
      expect(answer.status).toBe(204);
      expect(answer.headers.get('clear-site-data')).toBe('"cache"');
      expect(client.cookieHeader).not.toContain(SESSION_COOKIE);
      expect((await kept.get('/api/v1/me')).status).toBe(401);
    });

    it('is not needed for signing out', async () => {
      expect((await visitor.post('/api/v1/auth/logout')).status).toBe(204);
    });

    it('can be ended from another one, by its person only', async () => {
      const client = await server.member('Ivan Petrov');
      const { email } = client.person;
      const other = server.visitor();
      await other.post('/api/v1/auth/login', { email, password: TEST_PASSWORD });
      const list = await client.get<{ items: { id: string; isCurrent: boolean }[] }>('/api/v1/me/sessions');
      expect(list.body.items).toHaveLength(2);
      const elsewhere = list.body.items.find((session) => !session.isCurrent);
      const stranger = await server.member('Stranger');
      expect((await stranger.delete(`/api/v1/me/sessions/${elsewhere?.id}`)).status).toBe(404);
      expect((await other.get('/api/v1/me')).status).toBe(200);
      expect((await client.delete(`/api/v1/me/sessions/${elsewhere?.id}`)).status).toBe(204);
      expect((await other.get('/api/v1/me')).status).toBe(401);
    });

    it.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(43)}; ${SESSION_COOKIE}=b`, '%00', "' OR 1=1 --"])(
      'that does not exist makes a visitor: %j',
      async (value) => {
        const client = new TestClient(server.url, { cookie: `${SESSION_COOKIE}=${value}` });
        expect((await client.get('/api/v1/me')).status).toBe(401);
      },
    );
  });
});
