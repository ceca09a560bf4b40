import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PostView, ThreadView } from '../../../libs/discussions/index.js';
import type { AnyEvent } from '../../../libs/platform/events/event.js';
import { MAX_REPLAY } from '../../../libs/platform/events/event-log.js';
import { listEventsByKey } from '../../../libs/platform/events/events.cypher.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import { expectClientInSync } from '../client-in-sync.js';
import { LiveClient } from '../live-client.js';
import { type TestClient, TestServer } from '../test-server.js';

describe('hearing what happens in a thread', () => {
  let server: TestServer;
  let amina: TestClient;
  let thread: ThreadView;
  let room: string;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    thread = await startThread();
    room = `thread:${thread.id}`;
  });

  afterEach(() => {
    for (const live of open.splice(0)) live.close();
  });

  afterAll(() => server.stop());

  async function startThread(): Promise<ThreadView> {
    const answer = await amina.post<ThreadView>('/api/v1/threads', {
      about: `person:${amina.person.id}`,
      title: 'Who pays for gate maintenance?',
      body: 'Our spare parts were late too.',
    });
    return answer.body;
  }

  async function connect(client = server.visitor()): Promise<LiveClient> {
    const live = await LiveClient.connect(client);
    open.push(live);
    return live;
  }

  async function reply(body: string, threadId = thread.id): Promise<PostView> {
    const answer = await amina.post<PostView>(`/api/v1/threads/${threadId}/posts`, { body });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  const fetchThread = async (id = thread.id) => (await amina.get<ThreadView>(`/api/v1/threads/${id}`)).body;

  it('tells everyone in the room of each reply, in order', async () => {
    const [first, second] = [await connect(), await connect(amina)];
    const joined = await first.join(room);
    await second.join(room);
    const before = joined.ok ? joined.seq : -1;
    for (const body of ['One', 'Two', 'Three']) await reply(body);
    for (const live of [first, second]) {
      const events = await live.eventsUntil(room, before + 3);
      expect(events.map(({ seq }) => seq)).toEqual([before + 1, before + 2, before + 3]);
      expect(events.map(({ type, data }) => [type, data.body])).toEqual([
        ['discussions.post-published', 'One'],
        ['discussions.post-published', 'Two'],
        ['discussions.post-published', 'Three'],
      ]);
    }
  });

  it('keeps the order when many write at once', async () => {
    const live = await connect();
    const joined = await live.join(room);
    const before = joined.ok ? joined.seq : -1;
    await Promise.all(Array.from({ length: 30 }, (_, index) => reply(`At once ${index}`)));
    const events = await live.eventsUntil(room, before + 30);
    expect(events.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 30 }, (_, index) => before + index + 1),
    );
  });

  it('brings exactly what was missed', async () => {
    const { seq } = await fetchThread();
    for (const body of ['Missed one', 'Missed two']) await reply(body);
    const live = await connect();
    expect(await live.join(room, seq)).toMatchObject({ ok: true, seq: seq + 2 });
    expect(live.received.event.map(({ data }) => data.body)).toEqual(['Missed one', 'Missed two']);
    expect(live.received.resync).toEqual([]);
  });

  it('brings what was missed in the words of now, which the log does not keep', async () => {
    const { seq } = await fetchThread();
    const { number, version } = await reply('Words that were a mistake');
    const path = `/api/v1/threads/${thread.id}/posts/${number}`;
    expect((await amina.patch(path, { body: 'Better words', version })).status).toBe(200);
    const live = await connect();
    await live.join(room, seq);
    expect(live.received.event.map(({ type, data }) => [type, data.body, data.version])).toEqual([
      ['discussions.post-published', 'Better words', 2],
      ['discussions.post-edited', 'Better words', 2],
    ]);
    expect(live.received.event[0]?.data.html).toContain('<p dir="auto">Better words</p>');
    const keys = [`${room}#${seq + 1}`, `${room}#${seq + 2}`];
    const kept = await server.app.get(Graph).read(listEventsByKey, { keys });
    expect(kept.map(({ data }) => data.includes('words') || data.includes('Words'))).toEqual([false, false]);
  });

  it('leaves nothing out and doubles nothing when replies come while it catches up', async () => {
    const { seq } = await fetchThread();
    const early = Array.from({ length: 20 }, (_, index) => reply(`Early ${index}`));
    await Promise.all(early.slice(0, 10));
    const clients = await Promise.all(Array.from({ length: 8 }, () => connect()));
    const late = Array.from({ length: 20 }, (_, index) => reply(`Late ${index}`));
    await Promise.all(clients.map((live) => live.join(room, seq)));
    await Promise.all([...early, ...late]);
    for (const live of clients) {
      const events = await live.eventsUntil(room, seq + 40);
      expect(events.map((event) => event.seq)).toEqual(
        Array.from({ length: 40 }, (_, index) => seq + index + 1),
      );
    }
  });

  it('starts over from the given number when it joins again', async () => {
    const live = await connect();
    const { seq } = await fetchThread();
    await live.join(room, seq);
    await live.join(room, seq - 2);
    expect(live.received.event.map((event) => event.seq)).toEqual([seq - 1, seq]);
    await reply('Heard once');
    expect((await live.eventsUntil(room, seq + 1)).map((event) => event.seq)).toEqual([
      seq - 1,
      seq,
      seq + 1,
    ]);
  });

  it('asks a client that missed too much to fetch afresh', async () => {
    const busy = await startThread();
    for (let written = 0; written <= MAX_REPLAY; written += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, index) => reply(`${index}`, busy.id)));
    }
    const live = await connect();
    const { seq } = await fetchThread(busy.id);
    const busyRoom = `thread:${busy.id}`;
    expect(await live.join(busyRoom, 0)).toMatchObject({ ok: true, seq });
    expect(live.received).toMatchObject({ event: [], resync: [{ room: busyRoom, seq }] });
    await reply('And on it goes', busy.id);
    expect((await live.eventsUntil(busyRoom, seq + 1)).map((event) => event.seq)).toEqual([seq + 1]);
  });

  it('asks a client that remembers more than there is to fetch afresh', async () => {
    const live = await connect();
    const { seq } = await fetchThread();
    expect(await live.join(room, seq + 1000)).toMatchObject({ ok: true, seq });
    expect(live.received.resync).toEqual([{ room, seq }]);
  });

  it('says nothing more after the client left', async () => {
    const [leaving, staying] = [await connect(), await connect()];
    await leaving.join(room);
    const joined = await staying.join(room);
    expect(await leaving.leave(room)).toEqual({ ok: true });
    await reply('After the leave');
    await staying.eventsUntil(room, (joined.ok ? joined.seq : 0) + 1);
    expect(leaving.received.event).toEqual([]);
  });

  it('tells enough for a client to keep its thread as a fresh fetch would show it', async () => {
    const dialogue = await startThread();
    await expectClientInSync({
      client: amina,
      room: `thread:${dialogue.id}`,
      fetch: async () => {
        const { seq, closed, closedReason, postCount, posts } = await fetchThread(dialogue.id);
        const kept = posts.items.map(({ number, body, html, version, author }) => {
          return { number, body, html, version, author };
        });
        return { seq, closed, closedReason, postCount, posts: kept };
      },
      reduce: reduceThread,
      action: async () => {
        await reply('A *first* answer', dialogue.id);
        const posts = `/api/v1/threads/${dialogue.id}/posts`;
        const edited = await amina.patch(`${posts}/2`, { body: 'A **better** answer', version: 1 });
        expect(edited.status).toBe(200);
        await amina.post(`/api/v1/threads/${dialogue.id}/close`, { reason: 'Answered in full' });
      },
    });
  });
});

interface KeptThread {
  seq: number;
  closed: boolean;
  closedReason: string | null;
  postCount: number;
  posts: Pick<PostView, 'number' | 'body' | 'html' | 'version' | 'author'>[];
}

/** What a client makes of the events of a thread. */
function reduceThread(thread: KeptThread, event: AnyEvent): KeptThread {
  const { number, body, html, version, author } = event.data as unknown as KeptThread['posts'][number];
  const post = { number, body, html, version, author };
  switch (event.type) {
    case 'discussions.post-published':
      return { ...thread, postCount: number, posts: [...thread.posts, post] };
    case 'discussions.post-edited':
      return { ...thread, posts: thread.posts.map((kept) => (kept.number === number ? post : kept)) };
    case 'discussions.thread-closed':
      return { ...thread, closed: true, closedReason: String(event.data.reason) };
    default:
      return thread;
  }
}
