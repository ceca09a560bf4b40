import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Bus } from '../../../libs/platform/bus/bus.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { Graph, readQuery } from '../../../libs/platform/graph/graph.js';
import { LiveAccess } from '../../../libs/platform/realtime/live-access.js';
import { LiveClient } from '../live-client.js';
import { administratorOf } from '../platform/administrator.js';
import { TEST_PASSWORD, TestClient, TestServer } from '../test-server.js';
import { mailedToken } from './mailed-link.js';

const DAY = 86_400_000;
const NEW_PASSWORD = 'the gate opens at six';

interface TokenBody {
  id: string;
  token: string;
  lastUsedAt: string | null;
}

describe('sessions and tokens', () => {
  let server: TestServer;
  let administrator: TestClient;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    server = await TestServer.start();
    administrator = await administratorOf(server);
  });

  afterEach(() => {
    for (const live of open.splice(0)) live.close();
  });

  afterAll(() => server.stop());

  const statusOf = async (client: TestClient) => (await client.get('/api/v1/me')).status;
  const keptBy = (client: TestClient) => new TestClient(server.url, { cookie: client.cookieHeader });
  const logIn = async ({ person: { email } }: TestClient, password = TEST_PASSWORD) => {
    const other = server.visitor();
    expect((await other.post('/api/v1/auth/login', { email, password })).status).toBe(200);
    return other;
  };
  const makeToken = async (client: TestClient) =>
    (await client.post<TokenBody>('/api/v1/me/tokens', { name: 'export', scopes: ['read'] })).body;
  const program = ({ token }: TokenBody) => server.visitor().with({ authorization: `Bearer ${token}` });
  const sessionsOf = async (client: TestClient) =>
    (await client.get<{ items: { id: string; isCurrent: boolean }[] }>('/api/v1/me/sessions')).body.items;

  describe('the time of a session', () => {
    const later = async (milliseconds: number, look: () => Promise<void>) => {
      const clock = server.app.get(Clock);
      clock.moveBy(milliseconds);
      await look().finally(() => clock.moveBy(-milliseconds));
    };

    it('ends after two weeks without use', async () => {
      const client = await server.member('Rosa Quispe');
      await later(13.9 * DAY, async () => expect(await statusOf(client)).toBe(200));
      await later(14.1 * DAY, async () => expect(await statusOf(keptBy(client))).toBe(200));
      const unused = await server.member('Rosa Idle');
      await later(14.1 * DAY, async () => expect(await statusOf(unused)).toBe(401));
    });

    it('ends after thirty days, however often it is used', async () => {
      const client = await server.member('Li Wei');
      for (const days of [10, 20, 29]) {
        await later(days * DAY, async () => expect(await statusOf(client)).toBe(200));
      }
      await later(30.1 * DAY, async () => {
        expect(await statusOf(client)).toBe(401);
        expect((await logIn(client)).cookieHeader).not.toBe('');
      });
    });

    it('is what the settings say', async () => {
      const short = await TestServer.start({ SESSION_IDLE_DAYS: '0.5', SESSION_MAX_DAYS: '1' });
      try {
        const client = await short.member('Li Wei');
        const clock = short.app.get(Clock);
        clock.moveBy(0.4 * DAY);
        expect(await statusOf(client)).toBe(200);
        clock.moveBy(0.7 * DAY);
        expect(await statusOf(client)).toBe(401);
      } finally {
        await short.stop();
      }
    });

    it('also ends the sockets that came in by it, within a minute', async () => {
      const client = await server.member('Huda Obeidat');
      const [live, visiting] = [await connect(client), await connect(server.visitor())];
      const ended = endOf(live);
      await later(31 * DAY, () => server.app.get(LiveAccess).cutEnded());
      await ended;
      expect(visiting.socket.connected).toBe(true);
    });
  });

  async function connect(client: TestClient, token?: string): Promise<LiveClient> {
    const live = await LiveClient.connect(client, token ? { token } : {});
    open.push(live);
    return live;
  }

  function endOf({ socket }: LiveClient): Promise<unknown> {
    return new Promise((resolve) => socket.once('disconnect', resolve));
  }

  describe('sockets', () => {
    it('are cut when their session is revoked, and those of other sessions are not', async () => {
      const desk = await server.member('Amina Benali');
      const phone = await logIn(desk);
      const [atDesk, atPhone] = [await connect(desk), await connect(phone)];
      const ended = endOf(atPhone);
      const elsewhere = (await sessionsOf(desk)).find(({ isCurrent }) => !isCurrent);
      expect((await desk.delete(`/api/v1/me/sessions/${elsewhere?.id}`)).status).toBe(204);
      expect(await ended).toBe('transport close');
      expect(atDesk.socket.connected).toBe(true);
      const signedOut = endOf(atDesk);
      await desk.post('/api/v1/auth/logout');
      await signedOut;
    });

    it('are cut when their token is revoked', async () => {
      const client = await server.member('Kofi Mensah');
      const made = await makeToken(client);
      const live = await connect(server.visitor(), made.token);
      const ended = endOf(live);
      await client.delete(`/api/v1/me/tokens/${made.id}`);
      await ended;
    });

    it('are cut when their person gets other rights, to come back under these', async () => {
      const client = await server.member('Ana Souza');
      const live = await connect(client);
      const ended = endOf(live);
      const path = `/api/v1/people/${client.person.id}/roles/steward`;
      expect((await administrator.send('PUT', path)).status).toBe(200);
      await ended;
      expect((await connect(client)).socket.connected).toBe(true);
    });

    it('are cut when another process tells that their session ended', async () => {
      const client = await server.member('Tereza Silva');
      const [session] = await sessionsOf(client);
      const [live, other] = [await connect(client), await connect(administrator)];
      const ended = endOf(live);
      await server.app
        .get(Bus)
        .publish('access.ended', { personId: client.person.id, sessionId: session?.id });
      await ended;
      expect(other.socket.connected).toBe(true);
    });
  });

  describe('more rights', () => {
    it('come with a new session, and the old one ends', async () => {
      const fresh = await TestServer.start();
      try {
        let before = '';
        const member = fresh.member.bind(fresh);
        fresh.member = async (name) => {
          const client = await member(name);
          before = client.cookieHeader;
          return client;
        };
        const client = await administratorOf(fresh);
        expect(client.cookieHeader).not.toBe(before);
        expect(await statusOf(client)).toBe(200);
        expect(await statusOf(new TestClient(fresh.url, { cookie: before }))).toBe(401);
        expect((await client.patch('/api/v1/me', { bio: 'With the new CSRF token' })).status).toBe(200);
      } finally {
        await fresh.stop();
      }
    });
  });

  describe('changing the password', () => {
    const change = (client: TestClient, body: object) =>
      client.post<{ code: string; errors?: { field: string; code: string }[] }>('/api/v1/me/password', {
        currentPassword: TEST_PASSWORD,
        newPassword: NEW_PASSWORD,
        ...body,
      });

    it('ends every session and opens a new one here; programs stay unless told otherwise', async () => {
      const desk = await server.member('Ivan Petrov');
      const [phone, old] = [await logIn(desk), keptBy(desk)];
      const token = await makeToken(desk);
      const live = await connect(phone);
      const ended = endOf(live);
      expect((await change(desk, {})).status).toBe(200);
      await ended;
      expect([await statusOf(desk), await statusOf(phone), await statusOf(old)]).toEqual([200, 401, 401]);
      expect((await desk.patch('/api/v1/me', { bio: 'With the new CSRF token' })).status).toBe(200);
      expect(await statusOf(program(token))).toBe(200);
      expect(await sessionsOf(desk)).toHaveLength(1);
      await logIn(desk, NEW_PASSWORD);
      const again = { currentPassword: NEW_PASSWORD, newPassword: TEST_PASSWORD, endTokens: true };
      expect((await change(desk, again)).status).toBe(200);
      expect(await statusOf(program(token))).toBe(401);
    });

    it('needs the present one, however often it is guessed', async () => {
      const client = await server.member('Mere Tuivaga');
      for (let attempt = 0; attempt < 5; attempt++) {
        const refused = await change(client, { currentPassword: `guess ${attempt}` });
        expect(refused.body.errors).toMatchObject([
          { field: 'currentPassword', code: 'identity/wrong-password' },
        ]);
      }
      expect((await change(client, {})).body.code).toBe('identity/too-many-attempts');
      // Whoever guesses in a browser left open shuts the owner out nowhere else.
      await logIn(client);
    });

    it('is judged like a first one', async () => {
      const client = await server.member('Fatou Ndiaye');
      const refused = await change(client, { newPassword: 'fatou-ndiaye-1' });
      expect(refused.body.errors).toMatchObject([
        { field: 'newPassword', code: 'identity/password-personal' },
      ]);
    });

    it('is not for programs, nor for visitors', async () => {
      const client = await server.member('Diego Salazar');
      const made = await client.post<TokenBody>('/api/v1/me/tokens', {
        name: 'all',
        scopes: ['read', 'write', 'admin'],
      });
      expect((await change(program(made.body), {})).status).toBe(403);
      expect((await change(server.visitor(), {})).status).toBe(401);
    });
  });

  describe('a token', () => {
    it('shows when it was last used', async () => {
      const client = await server.member('Priya Raghavan');
      const made = await makeToken(client);
      expect(made.lastUsedAt).toBeNull();
      await program(made).get('/api/v1/me');
      const lastUse = async () => {
        const list = await client.get<{ items: TokenBody[] }>('/api/v1/me/tokens');
        return list.body.items[0]?.lastUsedAt ?? null;
      };
      // Nobody waits for it to be written down.
      while ((await lastUse()) === null) await server.settled();
      expect(await lastUse()).toMatch(/^\d{4}-/);
    });

    it('ends with all sessions when the password is reset by mail', async () => {
      const client = await server.member('José Ramírez');
      const { email } = client.person;
      const token = await makeToken(client);
      const live = await connect(server.visitor(), token.token);
      const ended = endOf(live);
      expect(await statusOf(program(token))).toBe(200);
      await server.visitor().post('/api/v1/auth/request-password-reset', { email });
      const reset = { token: await mailedToken(server, email, 'reset'), password: NEW_PASSWORD };
      expect((await server.visitor().post('/api/v1/auth/reset-password', reset)).status).toBe(204);
      await ended;
      expect([await statusOf(client), await statusOf(program(token))]).toEqual([401, 401]);
    });

    it('is kept as a hash only, like sessions and links', async () => {
      const client = await server.member('Nusrat Jahan');
      const { token } = await makeToken(client);
      const { email } = client.person;
      await server.visitor().post('/api/v1/auth/request-password-reset', { email });
      const link = await mailedToken(server, email, 'reset');
      const everything = readQuery<Record<string, never>, { n: unknown }>(
        'test/all-nodes',
        'MATCH (n) RETURN n',
      );
      const graph = JSON.stringify(await server.app.get(Graph).read(everything, {}));
      const secrets = [token, token.replace('minga_', ''), link, client.cookieHeader.split('=')[1] ?? ''];
      expect(secrets.map((secret) => [secret.length >= 43, graph.includes(secret)])).toEqual(
        secrets.map(() => [true, false]),
      );
    });
  });

  describe('being stopped after vain attempts', () => {
    it('ends when a new password is chosen by mail', async () => {
      const client = await server.member('Wanjiru Kamau');
      const { email } = client.person;
      const attempt = (password: string) => server.visitor().post('/api/v1/auth/login', { email, password });
      for (let count = 0; count < 5; count++) await attempt('a guess');
      expect((await attempt(TEST_PASSWORD)).status).toBe(429);
      await server.visitor().post('/api/v1/auth/request-password-reset', { email });
      const reset = { token: await mailedToken(server, email, 'reset'), password: NEW_PASSWORD };
      await server.visitor().post('/api/v1/auth/reset-password', reset);
      expect((await attempt(NEW_PASSWORD)).status).toBe(200);
    });
  });
});
