import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ThreadView } from '../../../libs/discussions/index.js';
import { Bus } from '../../../libs/platform/bus/bus.js';
import { EVENTS_CHANNEL } from '../../../libs/platform/events/event-dispatcher.js';
import { appendEvent } from '../../../libs/platform/events/events.cypher.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import { LiveClient } from '../live-client.js';
import { type TestClient, TestServer } from '../test-server.js';

const happened = { eventType: 'tests.happened', eventAt: '2026-01-01T00:00:00Z' };

describe('events from several processes', () => {
  let server: TestServer;
  let amina: TestClient;
  let live: LiveClient;
  let room: string;
  let seq: number;

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    live = await LiveClient.connect(amina);
  });

  beforeEach(async () => {
    const thread = await amina.post<ThreadView>('/api/v1/threads', {
      about: `person:${amina.person.id}`,
      title: 'Who pays for gate maintenance?',
      body: 'We do.',
    });
    room = `thread:${thread.body.id}`;
    const joined = await live.join(room);
    seq = joined.ok ? joined.seq : -1;
  });

  afterAll(async () => {
    live.close();
    await server.stop();
  });

  /** What another process says on the bus when it has committed an event. */
  const publish = (number: number) =>
    server.app.get(Bus).publish(EVENTS_CHANNEL, {
      room,
      seq: number,
      type: 'tests.happened',
      at: '2026-01-01T00:00:00Z',
      data: {},
    });

  const reply = (body: string) =>
    amina.post(`/api/v1/threads/${room.slice('thread:'.length)}/posts`, { body });

  it('come in their order, though the bus brings them in another and twice', async () => {
    for (const step of [3, 2, 3, 1, 2, 1, 4]) await publish(seq + step);
    const events = await live.eventsUntil(room, seq + 4);
    expect(events.map((event) => event.seq)).toEqual([seq + 1, seq + 2, seq + 3, seq + 4]);
  });

  it('are fetched from the log when the bus has lost them', async () => {
    await server.app.get(Graph).write(async (tx) => {
      for (const data of ['{"lost":1}', '{"lost":2}']) {
        await tx.run(appendEvent, { ...happened, eventRoom: room, eventData: data });
      }
    });
    await reply('After what was lost');
    const events = await live.eventsUntil(room, seq + 3);
    expect(events.map((event) => event.data.lost ?? event.data.body)).toEqual([1, 2, 'After what was lost']);
  });

  it('reach those who join from ahead of the bus once only', async () => {
    await server.app.get(Graph).write(async (tx) => {
      await tx.run(appendEvent, { ...happened, eventRoom: room, eventData: '{}' });
    });
    const ahead = await LiveClient.connect(amina);
    expect(await ahead.join(room, seq + 1)).toMatchObject({ ok: true, seq: seq + 1 });
    await publish(seq + 1);
    await reply('Heard by both');
    expect((await live.eventsUntil(room, seq + 2)).map((event) => event.seq)).toEqual([seq + 1, seq + 2]);
    expect((await ahead.eventsUntil(room, seq + 2)).map((event) => event.seq)).toEqual([seq + 2]);
    expect(ahead.received.resync).toEqual([]);
    ahead.close();
  });
});
