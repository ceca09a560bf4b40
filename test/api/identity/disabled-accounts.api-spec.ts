import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Account, GrantRole } from '../../../libs/identity/index.js';
import { SYSTEM } from '../../../libs/platform/access/actor.js';
import type { AuditEntry } from '../../../libs/platform/audit/list-audit-entries.use-case.js';
import { LiveClient } from '../live-client.js';
import { administratorOf } from '../platform/administrator.js';
import { TEST_PASSWORD, type TestClient, TestServer } from '../test-server.js';
import { countMails } from './mailed-link.js';

interface ProblemBody {
  code: string;
  title: string;
}

describe('a disabled account', () => {
  let server: TestServer;
  let administrator: TestClient;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    server = await TestServer.start();
    administrator = await administratorOf(server);
  });

  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });

  afterAll(() => server.stop());

  const pathOf = ({ person }: TestClient, rest = 'disabled') => `/api/v1/people/${person.id}/${rest}`;
  const disable = (client: TestClient) => administrator.send<ProblemBody>('PUT', pathOf(client));
  const enable = (client: TestClient) => administrator.send('DELETE', pathOf(client));
  const logIn = ({ person }: TestClient, password = TEST_PASSWORD) =>
    server.visitor().post<ProblemBody>('/api/v1/auth/login', { email: person.email, password });
  const lastAct = async () => {
    const { body } = await administrator.get<{ items: AuditEntry[] }>('/api/v1/audit?limit=1');
    return body.items[0];
  };

  const tokenOf = async (client: TestClient) => {
    const asked = { name: 'export', scopes: ['read'] };
    const { body } = await client.post<{ token: string }>('/api/v1/me/tokens', asked);
    return server.visitor().with({ authorization: `Bearer ${body.token}` });
  };

  it('lets nobody in any more: sessions, tokens and sockets end at once', async () => {
    const client = await server.member('Amina Benali');
    const program = await tokenOf(client);
    expect((await program.get('/api/v1/me')).status).toBe(200);
    const live = await LiveClient.connect(client);
    open.push(live);
    const isCut = new Promise((resolve) => live.socket.once('disconnect', resolve));

    const answer = await disable(client);
    expect([answer.status, answer.body]).toEqual([200, { id: client.person.id, isDisabled: true }]);
    await isCut;
    expect((await client.get('/api/v1/me')).status).toBe(401);
    expect((await program.get('/api/v1/me')).status).toBe(401);
    expect(await lastAct()).toMatchObject({
      action: 'identity.account-disabled',
      targetKey: `person:${client.person.id}`,
      data: { sessionsEnded: 1, tokensRevoked: 1 },
    });
  });

  it('tells so to whoever knows its password, and to nobody else', async () => {
    const client = await server.member('Bela Kovacs');
    await disable(client);
    const known = await logIn(client);
    expect([known.status, known.body.code]).toEqual([403, 'identity/account-disabled']);
    const guessed = await logIn(client, 'not the password of Bela');
    expect([guessed.status, guessed.body.code]).toEqual([401, 'identity/wrong-credentials']);
    const { email } = client.person;
    const page = await server.visitor().form('/sign-in', { email, password: TEST_PASSWORD });
    expect([page.status, page.text.includes(known.body.title)]).toEqual([403, true]);
  });

  it('gets no mail with a way in', async () => {
    const client = await server.member('Chipo Moyo');
    const { email } = client.person;
    const before = await countMails(server, email);
    await disable(client);
    await server.visitor().post('/api/v1/auth/request-password-reset', { email });
    expect(await countMails(server, email)).toBe(before);
  });

  it('can be enabled; its tokens stay withdrawn', async () => {
    const client = await server.member('Diego Torres');
    const program = await tokenOf(client);
    await disable(client);
    await disable(client);
    expect((await enable(client)).status).toBe(200);
    expect(await lastAct()).toMatchObject({ action: 'identity.account-enabled' });
    expect((await logIn(client)).status).toBe(200);
    expect((await program.get('/api/v1/me')).status).toBe(401);
  });

  it('keeps the page and the words of its person', async () => {
    const client = await server.member('Esi Owusu');
    const asked = { about: 'country:PER', title: 'Who pays for the gates?', body: 'Our parts were late.' };
    const { body: thread } = await client.post<{ id: string }>('/api/v1/threads', asked);
    await disable(client);
    expect((await server.visitor().get(`/api/v1/threads/${thread.id}`)).text).toContain('Esi Owusu');
    expect((await server.visitor().get(`/people/${client.person.id}`)).status).toBe(200);
  });

  it('is never the own one, nor that of the last administrator', async () => {
    const own = await disable(administrator);
    expect([own.status, own.body.code]).toEqual([409, 'identity/own-account']);
    const second = await server.member('Farid Haddad');
    await server.app.get(GrantRole).execute(SYSTEM, second.person.id, 'administrator');
    await disable(second);
    // One that is disabled does not count.
    const resigning = `/api/v1/people/${administrator.person.id}/roles/administrator`;
    const { status, body } = await administrator.send<ProblemBody>('DELETE', resigning);
    expect([status, body.code]).toEqual([409, 'identity/last-administrator']);
    await enable(second);
    expect((await administrator.send('DELETE', pathOf(second, 'roles/administrator'))).status).toBe(200);
  });

  it('is not the only way to sign somebody out everywhere', async () => {
    const client = await server.member('Grace Achieng');
    const program = await tokenOf(client);
    await logIn(client);
    const { status, body } = await administrator.send('DELETE', pathOf(client, 'sessions'));
    expect([status, body]).toEqual([200, { id: client.person.id, ended: 2 }]);
    expect((await client.get('/api/v1/me')).status).toBe(401);
    expect((await program.get('/api/v1/me')).status).toBe(200);
    expect(await lastAct()).toMatchObject({ action: 'identity.sessions-ended', data: { sessionsEnded: 2 } });
    expect((await logIn(client)).status).toBe(200);
  });

  it('is disabled, shown and enabled in the pages of administrators', async () => {
    const client = await server.member('Hana Sato');
    const path = `/administration/people/${client.person.id}`;
    const ask = async (address: string) => (await administrator.get<string>(address)).text;
    expect(await ask(`/people/${client.person.id}`)).toContain(`href="${path}"`);
    expect(await ask('/administration/people')).toContain(`href="${path}"`);
    // It is asked first, on a page that needs no scripts.
    expect(await ask(path)).toContain(`href="${path}/disable"`);
    expect(await ask(path)).not.toContain(`action="${path}/disable"`);
    const asked = await ask(`${path}/disable`);
    expect(asked).toContain('Disable the account of Hana Sato?');
    expect(asked).toContain(`action="${path}/disable"`);
    const done = await administrator.form(`${path}/disable`, {});
    expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?done=disabled`]);
    const disabled = await ask(path);
    expect(disabled).toContain(`action="${path}/enable"`);
    expect(disabled).not.toContain(`${path}/disable"`);
    const { body } = await administrator.get<{ items: Account[] }>('/api/v1/people?limit=100');
    expect(body.items.find(({ id }) => id === client.person.id)?.isDisabled).toBe(true);
    await administrator.form(`${path}/enable`, {});
    expect((await logIn(client)).status).toBe(200);
  });
});
