import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Account, SendVerification } from '../../../libs/identity/index.js';
import { VISITOR } from '../../../libs/platform/access/actor.js';
import { Graph, writeQuery } from '../../../libs/platform/graph/graph.js';
import { SearchIndex } from '../../../libs/platform/search/search-index.js';
import { TEST_PASSWORD, type TestClient, TestServer } from '../test-server.js';
import { countMails, decodeQuotedPrintable, mailedToken } from './mailed-link.js';

interface ProblemBody {
  code: string;
  errors?: { field: string; code: string }[];
}

const addCountry = writeQuery<Record<string, never>, { key: string }>(
  'test/add-country',
  `MERGE (c:Entity {key: 'country:PER'})
   SET c.type = 'country', c.title = 'Peru', c.url = '/countries/PER'
   RETURN c.key AS key`,
);

const NEW_PASSWORD = 'the gate opens at six';

describe('an account', () => {
  let server: TestServer;
  let visitor: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    visitor = server.visitor();
    await server.app.get(Graph).write((tx) => tx.run(addCountry, {}));
  });

  afterAll(() => server.stop());

  describe('its profile', () => {
    let rosa: TestClient;

    beforeAll(async () => {
      rosa = await server.member('Rosa Quispe');
    });

    it('changes where it is told to, and stays elsewhere', async () => {
      const changed = await rosa.patch<Account>('/api/v1/me', {
        country: 'per',
        bio: 'Presido un comité\r\nde regantes\u0007.',
        organisation: 'Unión Río Seco',
      });
      expect(changed.status).toBe(200);
      expect(changed.body).toMatchObject({
        name: 'Rosa Quispe',
        country: { key: 'country:PER', url: '/countries/PER' },
        bio: 'Presido un comité\nde regantes.',
        organisation: 'Unión Río Seco',
      });
      const again = await rosa.patch<Account>('/api/v1/me', { name: 'Rosa Quispe Mamani', country: null });
      expect(again.body).toEqual({ ...changed.body, name: 'Rosa Quispe Mamani', country: null, version: 3 });
      await rosa.patch('/api/v1/me', { country: 'PER' });
    });

    it('is public, without the address', async () => {
      const answer = await visitor.get<Account>(`/api/v1/people/${rosa.person.id}`);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ name: 'Rosa Quispe Mamani', country: { key: 'country:PER' } });
      expect(Object.keys(answer.body).sort()).toEqual(
        [
          ...['bio', 'country', 'createdAt', 'id', 'name', 'organisation', 'organisationType', 'roles'],
          ...['url', 'worksFor'],
        ].sort(),
      );
      expect(answer.text).not.toContain('@');
    });

    it('can be found by name, organisation and country, but not by address', async () => {
      await server.settled();
      const index = server.app.get(SearchIndex);
      const find = async (q: string, filters = {}) =>
        (await index.search({ q, filters, audiences: ['public'] })).hits.map((hit) => hit.key);
      const key = `person:${rosa.person.id}`;
      expect(await find('Mamani')).toEqual([key]);
      expect(await find('rio seco', { country: ['PER'], type: ['person'] })).toEqual([key]);
      expect(await find(rosa.person.email)).not.toContain(key);
    });

    it.each([
      [{ name: '' }, 'name', 'field/required'],
      [{ name: 'x'.repeat(81) }, 'name', 'field/too-long'],
      [{ name: '\u2800' }, 'name', 'field/invisible'],
      [{ bio: 'x'.repeat(2001) }, 'bio', 'field/too-long'],
      [{ country: 'ZZZ' }, 'country', 'identity/unknown-country'],
      [{ email: 'other@example.org' }, '', 'field/unrecognised'],
    ])('refuses %j', async (change, field, code) => {
      const answer = await rosa.patch<ProblemBody>('/api/v1/me', change);
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toMatchObject([{ field, code }]);
    });

    it('takes no name that looks like another’s, and keeps the own one in another spelling', async () => {
      await server.member('Lalla Illiassou');
      const imitating = await rosa.patch<ProblemBody>('/api/v1/me', { name: 'LaIIa lIIiassou' });
      expect(imitating.body.errors).toMatchObject([{ field: 'name', code: 'identity/name-imitates' }]);
      const sharing = await rosa.patch<Account>('/api/v1/me', { name: 'LALLA ILLIASSOU' });
      expect(sharing.body.name).toBe('LALLA ILLIASSOU');
      await rosa.patch('/api/v1/me', { name: 'Rosa Quispe Mamani' });
      const other = await server.member('Lupe Mamani');
      const chosen = await other.patch<ProblemBody>('/api/v1/me', { name: 'Rosa Quispe Marnani' });
      expect(chosen.body.errors).toMatchObject([{ field: 'name', code: 'identity/name-imitates' }]);
      expect((await rosa.patch('/api/v1/me', { name: 'Rosa Quispe Marnani' })).status).toBe(200);
      expect((await rosa.patch('/api/v1/me', { name: 'Rosa Quispe Mamani' })).status).toBe(200);
    });

    it('is nobody else’s to change, and nothing to a visitor', async () => {
      for (const path of ['/api/v1/me', '/api/v1/me/tokens', '/api/v1/me/sessions']) {
        expect((await visitor.get(path)).status).toBe(401);
      }
      expect((await visitor.patch('/api/v1/me', { bio: 'x' })).status).toBe(401);
      expect((await visitor.get('/api/v1/people/nobody')).status).toBe(404);
    });
  });

  describe('its address', () => {
    it('is proved by the link sent to it, as often as one likes, in the language of the person', async () => {
      const amina = await server.member('Amina Benali', { locale: 'fr' });
      const { email, id } = amina.person;
      const token = await mailedToken(server, email, 'verify');
      const mail = decodeQuotedPrintable(server.mails().find((text) => text.includes(email)) ?? '');
      expect(mail).toContain('Si c’est vous, ouvrez ce lien');
      const verified = await visitor.post('/api/v1/auth/verify', { token });
      expect(verified.body).toEqual({ person: { id, name: 'Amina Benali', url: `/people/${id}` } });
      expect((await amina.get<{ person: Account }>('/api/v1/me')).body.person.isVerified).toBe(true);
      expect((await visitor.post('/api/v1/auth/verify', { token })).body).toEqual(verified.body);
      await amina.post('/api/v1/me/verification');
      expect(await countMails(server, email)).toBe(1);
    });

    it('is not proved by programs that open the link, which stays as good as new', async () => {
      const client = await server.member('Lan Nguyen');
      const token = await mailedToken(server, client.person.email, 'verify');
      for (const method of ['HEAD', 'GET', 'HEAD']) {
        await visitor.send(method, `/verify?token=${token}`);
        await visitor.send(method, `/api/v1/auth/verify?token=${token}`);
      }
      const isVerified = async () =>
        (await client.get<{ person: Account }>('/api/v1/me')).body.person.isVerified;
      expect(await isVerified()).toBe(false);
      expect((await visitor.post('/api/v1/auth/verify', { token })).status).toBe(200);
      expect(await isVerified()).toBe(true);
    });

    it('is mailed no word of whoever registered it', async () => {
      const client = await server.member('Cheap pills at https://pills.example', { locale: 'es' });
      const { email } = client.person;
      await client.post('/api/v1/me/verification');
      await visitor.post('/api/v1/auth/request-password-reset', { email });
      expect(await countMails(server, email)).toBe(3);
      for (const mail of server.mails().filter((text) => text.includes(email))) {
        const words = decodeQuotedPrintable(mail.replaceAll(email, ''));
        expect(words).not.toMatch(/pills/i);
        expect(words).not.toMatch(/^(to|from|reply-to):.*cheap/im);
      }
    });

    it.each([
      ['rosa@почта.рф', 'rosa@xn--80a1acny.xn--p1ai'],
      ['wei@xn--fsqu00a.xn--fiqs8s', 'wei@xn--fsqu00a.xn--fiqs8s'],
      ['a&b@example.org', 'a&b@example.org'],
    ])('may be of the whole world: %s', async (email, sent) => {
      const client = server.visitor();
      const form = { name: 'Someone Far', email, password: TEST_PASSWORD };
      const answer = await client.post<{ person: Account }>('/api/v1/auth/register', form);
      expect(answer.status).toBe(201);
      expect(answer.body.person.email).not.toContain('xn--');
      expect(await countMails(server, sent)).toBe(1);
      for (const typed of [email, sent, answer.body.person.email.toUpperCase()]) {
        const credentials = { email: typed, password: TEST_PASSWORD };
        expect((await server.visitor().post('/api/v1/auth/login', credentials)).status).toBe(200);
        const taken = await server
          .visitor()
          .post('/api/v1/auth/register', { ...form, email: typed, name: 'Other' });
        expect(taken.status).toBe(409);
      }
      await visitor.post('/api/v1/auth/request-password-reset', { email: sent });
      expect(await mailedToken(server, sent, 'reset')).toHaveLength(43);
    });

    it('is not flooded by whoever typed it', async () => {
      const client = await server.member('Mail Bomber');
      const { email } = client.person;
      const answers: number[] = [];
      for (let count = 0; count < 6; count++)
        answers.push((await client.post('/api/v1/me/verification')).status);
      expect(answers).toEqual([204, 204, 204, 204, 429, 429]);
      const refused = await client.post<ProblemBody>('/api/v1/me/verification');
      expect(refused.body.code).toBe('identity/too-many-links');
      expect(refused.headers.get('retry-after')).toMatch(/^3[56]\d\d$/);
      expect(await countMails(server, email)).toBe(5);
    });

    it('gets a new link on demand, and the earlier one goes on working', async () => {
      const client = await server.member('Kofi Mensah');
      const { email } = client.person;
      const first = await mailedToken(server, email, 'verify');
      expect((await client.post('/api/v1/me/verification')).status).toBe(204);
      const second = await mailedToken(server, email, 'verify');
      expect(second).not.toBe(first);
      expect((await visitor.post('/api/v1/auth/verify', { token: first })).status).toBe(200);
      expect((await visitor.post('/api/v1/auth/verify', { token: second })).status).toBe(200);
    });

    it('is not proved by a link for something else', async () => {
      const client = await server.member('Ana Souza');
      const { email } = client.person;
      await visitor.post('/api/v1/auth/request-password-reset', { email });
      const token = await mailedToken(server, email, 'reset');
      expect((await visitor.post('/api/v1/auth/verify', { token })).status).toBe(400);
      const verify = await mailedToken(server, email, 'verify');
      const reset = { token: verify, password: NEW_PASSWORD };
      expect((await visitor.post('/api/v1/auth/reset-password', reset)).status).toBe(400);
    });

    it('is only asked for again by someone signed in', async () => {
      await expect(server.app.get(SendVerification).execute(VISITOR)).rejects.toThrow(
        'access/sign-in-required',
      );
      expect((await visitor.post('/api/v1/me/verification')).status).toBe(401);
    });
  });

  describe('its password', () => {
    it('is chosen anew by the link sent for it, which ends all sessions', async () => {
      const client = await server.member('Huda Obeidat');
      const { email } = client.person;
      const asked = await visitor.post('/api/v1/auth/request-password-reset', { email: email.toUpperCase() });
      expect([asked.status, asked.text]).toEqual([204, '']);
      const token = await mailedToken(server, email, 'reset');
      const weak = { token, password: 'password123' };
      const refused = await visitor.post<ProblemBody>('/api/v1/auth/reset-password', weak);
      expect(refused.body.errors).toMatchObject([{ field: 'password', code: 'identity/password-common' }]);
      const reset = { token, password: NEW_PASSWORD };
      expect((await visitor.post('/api/v1/auth/reset-password', reset)).status).toBe(204);
      expect((await client.get('/api/v1/me')).status).toBe(401);
      const logIn = (password: string) => server.visitor().post('/api/v1/auth/login', { email, password });
      expect((await logIn(TEST_PASSWORD)).status).toBe(401);
      const signedIn = await logIn(NEW_PASSWORD);
      expect(signedIn.body).toMatchObject({ person: { isVerified: true } });
      const again = await visitor.post<ProblemBody>('/api/v1/auth/reset-password', reset);
      expect([again.status, again.body.code]).toEqual([400, 'identity/link-not-valid']);
    });

    it('is chosen by any of the links sent for it, a few an hour, whoever asked for the others', async () => {
      const client = await server.member('Salma Idrissi');
      const { email } = client.person;
      const tokens: string[] = [];
      for (let count = 0; count < 8; count++) {
        const asked = await server.visitor().post('/api/v1/auth/request-password-reset', { email });
        expect([asked.status, asked.text]).toEqual([204, '']);
        tokens.push(await mailedToken(server, email, 'reset'));
      }
      expect(new Set(tokens).size).toBe(5);
      // The first mail and the five for a new password.
      expect(await countMails(server, email)).toBe(6);
      const reset = (token = '') =>
        visitor.post<ProblemBody>('/api/v1/auth/reset-password', { token, password: NEW_PASSWORD });
      expect((await reset(tokens[0])).status).toBe(204);
      // The others were asked for under the old password.
      expect((await reset(tokens[1])).body.code).toBe('identity/link-not-valid');
      await visitor.post('/api/v1/auth/request-password-reset', { email });
      expect((await reset(await mailedToken(server, email, 'reset'))).status).toBe(204);
    });

    it('asked for at an address nobody has gets the same answer and no mail', async () => {
      const email = 'nobody.here@example.org';
      const answer = await visitor.post('/api/v1/auth/request-password-reset', { email });
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect(await countMails(server, email)).toBe(0);
    });
  });
});

describe('a mail server that cannot be reached', () => {
  it('does not keep anyone from registering', async () => {
    const server = await TestServer.start({ SMTP_URL: 'smtp://127.0.0.1:9', LOG_LEVEL: 'silent' });
    try {
      const client = await server.member('Rosa Quispe');
      expect((await client.get('/api/v1/me')).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});
