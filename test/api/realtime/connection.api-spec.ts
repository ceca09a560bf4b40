import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ThreadView } from '../../../libs/discussions/index.js';
import { LiveClient } from '../live-client.js';
import { type TestClient, TestServer } from '../test-server.js';

const NOT_FOUND = { ok: false, error: { code: 'platform/not-found' } };
const INVALID = { ok: false, error: { code: 'platform/invalid-input' } };

describe('a live connection', () => {
  let server: TestServer;
  let amina: TestClient;
  let room: string;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    room = `thread:${await startThread('Who pays for gate maintenance?')}`;
  });

  async function startThread(title: string): Promise<string> {
    const about = `person:${amina.person.id}`;
    const thread = await amina.post<ThreadView>('/api/v1/threads', { about, title, body: 'We do.' });
    return thread.body.id;
  }

  afterEach(() => {
    for (const live of open.splice(0)) live.close();
  });

  afterAll(() => server.stop());

  async function connect(
    client = server.visitor(),
    options: { token?: string; origin?: string } = {},
  ): Promise<LiveClient> {
    const live = await LiveClient.connect(client, options);
    open.push(live);
    return live;
  }

  it('knows a person by the cookie of their session, and a visitor by nothing', async () => {
    const [signedIn, visitor] = [await connect(amina), await connect()];
    expect(await signedIn.join(room)).toMatchObject({ ok: true, you: amina.person.id });
    expect(await visitor.join(room)).toMatchObject({ ok: true, you: null });
  });

  it('knows a program by its token', async () => {
    const made = await amina.post<{ token: string }>('/api/v1/me/tokens', { name: 'Feed', scopes: ['read'] });
    expect(made.status).toBe(201);
    const live = await connect(server.visitor(), { token: made.body.token });
    expect(await live.join(room)).toMatchObject({ ok: true, you: amina.person.id });
  });

  it('refuses a token that is not valid', async () => {
    await expect(connect(server.visitor(), { token: 'made-up' })).rejects.toMatchObject({
      data: { code: 'access/token-invalid' },
    });
  });

  it("refuses a session's cookie that a page made elsewhere sends along", async () => {
    await expect(connect(amina, { origin: 'https://elsewhere.example' })).rejects.toMatchObject({
      data: { code: 'access/other-origin' },
    });
    const live = await connect(amina, { origin: server.url });
    expect(await live.join(room)).toMatchObject({ ok: true, you: amina.person.id });
  });

  it('answers alike for a room that is missing and for a kind of room that nobody may join', async () => {
    const live = await connect(amina);
    expect(await live.join('thread:01hzzzzzzzzzzzzzzzzzzzzzzz')).toEqual(NOT_FOUND);
    expect(await live.join(`secret:${amina.person.id}`)).toEqual(NOT_FOUND);
  });

  it.each([
    ['nothing', []],
    ['null', [null]],
    ['a word', ['thread']],
    ['a list', [[1, 2]]],
    ['two messages', [{ room: 'thread:x' }, { room: 'thread:y' }]],
    ['a room without a name', [{ room: 'thread:' }]],
    ['a room that is no word', [{ room: { $ne: null } }]],
  ])('refuses %s as a message and stays open', async (_what, message) => {
    const live = await connect(amina);
    for (const name of ['join', 'leave', 'typing'])
      expect(await live.sendRaw(name, ...message)).toEqual(INVALID);
    expect(await live.join(room)).toMatchObject({ ok: true });
  });

  it.each(['yesterday', -1, 1.5, 2 ** 60])('refuses to resume from %s', async (since) => {
    const live = await connect();
    expect(await live.sendRaw('join', { room, since })).toEqual(INVALID);
  });

  it('closes on a message that is far too large', async () => {
    const live = await connect(amina);
    const closed = new Promise((resolve) => live.socket.once('disconnect', resolve));
    live.socket.emit('join', { room: `thread:${'x'.repeat(70_000)}` });
    expect(await closed).toBe('transport close');
  });

  it('refuses messages of a client that sends too many', async () => {
    const live = await connect(amina);
    const answers = await Promise.all(Array.from({ length: 100 }, () => live.leave(room)));
    expect(answers.slice(0, 60).every((answer) => answer.ok)).toBe(true);
    expect(answers.at(-1)).toEqual({ ok: false, error: { code: 'platform/too-many-requests' } });
  });

  it('enters fifty rooms at most', async () => {
    const live = await connect(amina);
    for (let number = 1; number <= 50; number++) {
      expect(await live.join(`thread:${await startThread(`Thread ${number}`)}`)).toMatchObject({ ok: true });
    }
    expect(await live.join(room)).toEqual({ ok: false, error: { code: 'realtime/too-many-rooms' } });
  });
});
