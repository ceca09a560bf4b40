import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Account,
  AddPerson,
  CreateAdministratorLink,
  PasswordHasher,
} from '../../../libs/identity/index.js';
import { SYSTEM, VISITOR } from '../../../libs/platform/access/actor.js';
import { EventLog } from '../../../libs/platform/events/event-log.js';
import { OperationRunner } from '../../../libs/platform/operations/operation-runner.js';
import { TEST_PASSWORD, type TestClient, TestServer } from '../test-server.js';

interface ProblemBody {
  code: string;
}

interface TokenBody {
  id: string;
  name: string;
  token: string;
  scopes: string[];
}

interface PeopleBody {
  items: Account[];
  nextCursor: string | null;
}

describe('tokens and roles', () => {
  let server: TestServer;
  let rosa: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await server.member('Rosa Quispe');
  });

  afterAll(() => server.stop());

  const makeToken = async (owner: TestClient, scopes: string[]): Promise<TokenBody> => {
    const answer = await owner.post<TokenBody>('/api/v1/me/tokens', { name: 'a script', scopes });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const program = ({ token }: TokenBody) => server.visitor().with({ authorization: `Bearer ${token}` });
  const runOperation = (name: string, args: object) =>
    server.app.get(OperationRunner).run(name, args, () => undefined);

  describe('a token', () => {
    it('is shown once and then only listed', async () => {
      const made = await makeToken(rosa, ['read', 'read']);
      expect(made.token).toMatch(/^minga_[\w-]{43}$/);
      expect(made.scopes).toEqual(['read']);
      const list = await rosa.get<{ items: TokenBody[] }>('/api/v1/me/tokens');
      expect(list.body.items.map((token) => token.id)).toContain(made.id);
      expect(list.text).not.toContain(made.token);
    });

    it('acts for its person within its scopes, and needs no CSRF token', async () => {
      const reader = program(await makeToken(rosa, ['read']));
      const me = await reader.get<{ person: Account; csrfToken: null }>('/api/v1/me');
      expect(me.body).toMatchObject({ person: { id: rosa.person.id }, csrfToken: null });
      reader.csrfToken = '';
      const refused = await reader.patch<ProblemBody>('/api/v1/me', { bio: 'x' });
      expect([refused.status, refused.body.code]).toEqual([403, 'access/scope-missing']);
      const writer = program(await makeToken(rosa, ['read', 'write']));
      expect((await writer.patch('/api/v1/me', { bio: 'By a program' })).status).toBe(200);
    });

    it('cannot make another token', async () => {
      const writer = program(await makeToken(rosa, ['read', 'write', 'admin']));
      const answer = await writer.post<ProblemBody>('/api/v1/me/tokens', { name: 'more', scopes: ['read'] });
      expect([answer.status, answer.body.code]).toEqual([403, 'access/forbidden']);
    });

    it('stops working when it is withdrawn, by its person only', async () => {
      const made = await makeToken(rosa, ['read']);
      expect((await program(made).get('/api/v1/me')).status).toBe(200);
      const stranger = await server.member('Stranger');
      expect((await stranger.delete(`/api/v1/me/tokens/${made.id}`)).status).toBe(404);
      expect((await rosa.delete(`/api/v1/me/tokens/${made.id}`)).status).toBe(204);
      const answer = await program(made).get<ProblemBody>('/api/v1/me');
      expect([answer.status, answer.body.code]).toEqual([401, 'access/token-invalid']);
      expect((await rosa.delete(`/api/v1/me/tokens/${made.id}`)).status).toBe(404);
    });

    it.each(['Bearer', 'Bearer x', 'bearer a b', `Bearer minga_${'a'.repeat(43)}`])(
      'that is none is refused even where a visitor may read: %j',
      async (authorization) => {
        const answer = await server.visitor().get(`/api/v1/people/${rosa.person.id}`, { authorization });
        expect(answer.status).toBe(401);
      },
    );

    it('is not taken from the address or a form', async () => {
      const { token } = await makeToken(rosa, ['read']);
      expect((await server.visitor().get(`/api/v1/me?access_token=${token}`)).status).toBe(401);
    });

    it.each([{ scopes: [] }, { scopes: ['everything'] }, { scopes: ['read'], name: '' }])(
      'is not made of %j',
      async (change) => {
        const answer = await rosa.post('/api/v1/me/tokens', { name: 'a script', ...change });
        expect(answer.status).toBe(400);
      },
    );
  });

  describe('roles', () => {
    it('begin with a link that makes one signed-in person administrator', async () => {
      const links = server.app.get(CreateAdministratorLink);
      const url = new URL((await links.execute()) ?? '');
      expect(await Promise.all([links.execute(), links.execute()])).toEqual([url.href, url.href]);
      expect(url.pathname).toBe('/become-administrator');
      const token = url.searchParams.get('token');
      const become = (client: TestClient, value: string | null) =>
        client.post<{ roles: string[] }>('/api/v1/auth/become-administrator', { token: value });
      expect((await become(server.visitor(), token)).status).toBe(401);
      expect((await become(rosa, `${token?.slice(1)}x`)).status).toBe(400);
      const answer = await become(rosa, token);
      expect(answer.body.roles).toEqual(['member', 'administrator']);
      expect((await become(rosa, token)).status).toBe(400);
      expect(await links.execute()).toBeNull();
    });

    it('are given and withdrawn by administrators only, and count at once', async () => {
      const amina = await server.member('Amina Benali');
      const path = `/api/v1/people/${amina.person.id}/roles/facilitator`;
      const rolesOf = async () => (await amina.get<{ roles: string[] }>('/api/v1/me')).body.roles;
      expect((await amina.send('PUT', path)).status).toBe(403);
      expect(await rolesOf()).toEqual(['member']);
      expect((await rosa.send('PUT', path)).body).toEqual({
        id: amina.person.id,
        roles: ['member', 'facilitator'],
      });
      expect((await rosa.send('PUT', path)).status).toBe(200);
      expect(await rolesOf()).toEqual(['member', 'facilitator']);
      expect((await rosa.delete(path)).status).toBe(200);
      expect(await rolesOf()).toEqual(['member']);
      const replay = await server.app.get(EventLog).replay(`person:${amina.person.id}`, 0);
      expect('events' in replay ? replay.events.map((event) => event.type) : []).toEqual([
        'identity.person-registered',
        'identity.role-granted',
        'identity.role-withdrawn',
      ]);
      expect(JSON.stringify(replay)).not.toContain('@');
    });

    it('need the admin scope when a program changes them', async () => {
      const path = `/api/v1/people/${rosa.person.id}/roles/reviewer`;
      const writer = program(await makeToken(rosa, ['read', 'write']));
      expect((await writer.send('PUT', path)).status).toBe(403);
      const admin = program(await makeToken(rosa, ['admin']));
      expect((await admin.send('PUT', path)).status).toBe(200);
    });

    it('keep the last administrator, the member and unknown names as they are', async () => {
      const path = `/api/v1/people/${rosa.person.id}/roles`;
      const last = await rosa.delete<ProblemBody>(`${path}/administrator`);
      expect([last.status, last.body.code]).toEqual([409, 'identity/last-administrator']);
      expect((await rosa.delete(`${path}/member`)).status).toBe(409);
      expect((await rosa.send('PUT', `${path}/emperor`)).status).toBe(400);
      expect((await rosa.send('PUT', '/api/v1/people/nobody/roles/steward')).status).toBe(404);
      expect((await rosa.get<{ roles: string[] }>('/api/v1/me')).body.roles).toContain('administrator');
    });

    it('can be given by the operator', async () => {
      const huda = await server.member('Huda Obeidat');
      const args = { email: huda.person.email, role: 'steward' };
      expect(await runOperation('identity.grant-role', args)).toMatchObject({ roles: ['member', 'steward'] });
      expect((await huda.get<{ roles: string[] }>('/api/v1/me')).body.roles).toEqual(['member', 'steward']);
      const nobody = { ...args, email: 'nobody@example.org' };
      await expect(runOperation('identity.grant-role', nobody)).rejects.toThrow('platform/not-found');
    });
  });

  describe('everyone', () => {
    it('is listed with addresses to administrators, newest first, page by page', async () => {
      for (const name of ['First One', 'Second One', 'Third One']) await server.member(name);
      const page = await rosa.get<PeopleBody>('/api/v1/people?limit=2');
      expect(page.body.items.map((person) => person.name)).toEqual(['Third One', 'Second One']);
      expect(page.body.items[0]?.email).toContain('@example.org');
      const next = await rosa.get<PeopleBody>(`/api/v1/people?limit=100&cursor=${page.body.nextCursor}`);
      expect(next.body.items[0]?.name).toBe('First One');
      expect(next.body.items.at(-1)?.name).toBe('Rosa Quispe');
      expect(next.body.nextCursor).toBeNull();
      const listed = await runOperation('identity.list-users', { limit: 1 });
      expect(listed).toMatchObject({ users: [{ name: 'Third One', roles: ['member'] }] });
    });

    it('is listed to nobody else', async () => {
      const member = await server.member('Curious One');
      expect((await member.get('/api/v1/people')).status).toBe(403);
      expect((await server.visitor().get('/api/v1/people')).status).toBe(401);
    });
  });

  describe('adding someone', () => {
    it('lets them sign in with the password that was hashed for them, and sends no mail', async () => {
      const email = 'demo@example.org';
      const passwordHash = await server.app.get(PasswordHasher).hash(TEST_PASSWORD);
      const input = { name: 'Demo Person', email, locale: 'en', passwordHash, roles: ['steward' as const] };
      await server.app.get(AddPerson).execute(SYSTEM, input);
      const body = { email, password: TEST_PASSWORD };
      const answer = await server.visitor().post('/api/v1/auth/login', body);
      expect(answer.body).toMatchObject({ person: { isVerified: true, roles: ['member', 'steward'] } });
      expect(server.mails().join()).not.toContain(email);
      await expect(server.app.get(AddPerson).execute(SYSTEM, input)).rejects.toThrow('identity/email-taken');
    });

    it('is done by Minga itself only', async () => {
      const input = { name: 'X', email: 'x@example.org', locale: 'en' };
      await expect(server.app.get(AddPerson).execute(VISITOR, input)).rejects.toThrow('access/');
    });
  });
});
