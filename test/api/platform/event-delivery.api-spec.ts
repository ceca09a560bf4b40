import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnyEvent } from '../../../libs/platform/events/event.js';
import { EventDispatcher } from '../../../libs/platform/events/event-dispatcher.js';
import { listPendingEvents } from '../../../libs/platform/events/events.cypher.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import { type TestClient, TestServer } from '../test-server.js';

const REPLIES = 12;
const BAD = 7;

describe('events on their way to listeners', () => {
  let server: TestServer;
  let member: TestClient;
  let thread: string;
  const together: number[][] = [];
  const alone: number[] = [];
  let failures = 0;

  const numberOf = (event: AnyEvent) => Number(event.data.number);

  beforeAll(async () => {
    server = await TestServer.start({ LOG_LEVEL: 'fatal' });
    member = await server.member('Awa Diop');
    const body = 'How do you keep minutes that people read?';
    const started = await member.post<{ id: string }>('/api/v1/threads', {
      about: 'country:SEN',
      title: 'Minutes that people read',
      body,
    });
    thread = started.body.id;
    await server.settled();
    server.app.get(EventDispatcher).register({
      name: 'count-replies',
      hears: new Set(['discussions.post-published']),
      handle: async (event) => {
        if (numberOf(event) === BAD && failures++ < 2) throw new Error('not today');
        alone.push(numberOf(event));
      },
      handleAll: async (events) => {
        const numbers = events.map(numberOf);
        if (numbers.includes(BAD)) throw new Error('one of them is bad');
        together.push(numbers);
      },
    });
    const replies = Array.from({ length: REPLIES }, (_, index) =>
      member.post(`/api/v1/threads/${thread}/posts`, { body: `Answer ${index}.` }),
    );
    await Promise.all(replies);
    await server.settled();
  });
  afterAll(() => server.stop());

  it('are handled each, whether together or alone, in spite of a bad one among them', () => {
    const handled = [...together.flat(), ...alone].sort((a, b) => a - b);
    expect(handled).toEqual(Array.from({ length: REPLIES }, (_, index) => index + 2));
  });

  it('are tried again when they fail', () => {
    expect(failures).toBeGreaterThanOrEqual(2);
    expect(alone).toContain(BAD);
  });

  it('are no longer pending once every listener has handled them', async () => {
    expect(await server.app.get(Graph).read(listPendingEvents, { limit: 100 })).toEqual([]);
  });

  it('stay pending until what was made of them is on the disk, and are found before', async () => {
    const dispatcher = server.app.get(EventDispatcher);
    let isTaken = false;
    dispatcher.keepPendingUntil(async () => {
      if (!isTaken) throw new Error('the disk is busy');
    });
    await member.post(`/api/v1/threads/${thread}/posts`, { body: 'A quorum of five.' });
    await server.settled();
    const pending = () => server.app.get(Graph).read(listPendingEvents, { limit: 100 });
    expect((await pending()).map(({ type }) => type)).toContain('discussions.post-published');
    const found = await member.get<{ total: number }>('/api/v1/search?q=quorum');
    expect(found.body.total).toBe(1);
    isTaken = true;
    await dispatcher.recover();
    expect(await pending()).toEqual([]);
  });
});
