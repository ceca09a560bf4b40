import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ThreadView } from '../../../libs/discussions/index.js';
import { LiveClient } from '../live-client.js';
import { type TestClient, TestServer } from '../test-server.js';

describe('seeing who is in a room', () => {
  let server: TestServer;
  let amina: TestClient;
  let jose: TestClient;
  let room: string;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    server = await TestServer.start();
    [amina, jose] = [await server.member('Amina Mohamud'), await server.member('José Ramírez')];
  });

  const startRoom = async () => {
    const thread = await amina.post<ThreadView>('/api/v1/threads', {
      about: `person:${amina.person.id}`,
      title: 'Who pays for gate maintenance?',
      body: 'Our spare parts were late too.',
    });
    return `thread:${thread.body.id}`;
  };

  afterEach(() => {
    for (const live of open.splice(0)) live.close();
  });

  afterAll(() => server.stop());

  async function enter(client = server.visitor()): Promise<LiveClient> {
    const live = await LiveClient.connect(client);
    open.push(live);
    expect(await live.join(room)).toMatchObject({ ok: true });
    return live;
  }

  const named = ({ person: { id, name } }: TestClient) => ({ id, name });

  it('counts people once, however many tabs they have, and visitors without naming them', async () => {
    room = await startRoom();
    const live = await enter(amina);
    const tabs = [await enter(jose), await enter(jose)];
    const visitor = await enter();
    await live.until(() => live.received.presence.at(-1)?.count === 3);
    expect(live.received.presence.at(-1)).toEqual({ room, count: 3, people: [named(amina), named(jose)] });
    const late = await LiveClient.connect(amina);
    open.push(late);
    expect(await late.join(room)).toMatchObject({ count: 3, present: [named(amina), named(jose)] });
    for (const tab of tabs) tab.close();
    await live.until(() => live.received.presence.at(-1)?.count === 2);
    expect(live.received.presence.at(-1)?.people).toEqual([named(amina)]);
    await visitor.until(() => visitor.received.presence.at(-1)?.count === 2);
    for (const { people } of visitor.received.presence) expect(people).toEqual([]);
  });

  it('shows who writes to members, and forgets it when they stop', async () => {
    room = await startRoom();
    const [live, writing, visitor] = [await enter(amina), await enter(jose), await enter()];
    expect(await writing.typing(room)).toEqual({ ok: true });
    expect(await writing.typing(room)).toEqual({ ok: true });
    await live.until(() => live.received.typing.length === 2);
    expect(live.received.typing).toEqual([
      { room, people: [named(jose)] },
      { room, people: [] },
    ]);
    expect(visitor.received.typing).toEqual([]);
  }, 15_000);

  it('lets only signed-in people who are in the room say that they write', async () => {
    room = await startRoom();
    const visitor = await enter();
    expect(await visitor.typing(room)).toEqual({ ok: false, error: { code: 'access/sign-in-required' } });
    const outside = await LiveClient.connect(jose);
    open.push(outside);
    expect(await outside.typing(room)).toEqual({ ok: false, error: { code: 'platform/not-found' } });
  });
});
