import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnyEvent } from '../../libs/platform/events/event.js';
import type { LiveClient } from '../api/live-client.js';
import { faultsOf, Writers } from './acknowledged-writes.js';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { examine, search } from './operator.js';
import { seededRandom } from './seeded-random.js';
import { until } from './until.js';

const ROUNDS = 10;
const WRITERS = 20;
/** Ten starts take long on a busy machine. */
const PATIENCE_MS = 300_000;

/** The events of one room as a page hears them over many connections. */
interface Listener {
  thread: string;
  heard: AnyEvent[];
  socket: LiveClient;
}

describe('a server that is killed while twenty people write', () => {
  const folder = temporaryFolder();
  let server: FaultServer;
  let members: Member[];
  let threads: string[];
  let writers: Writers;
  let listeners: Listener[];

  const comeBack = async (listener: Listener): Promise<void> => {
    const since = listener.heard.at(-1)?.seq ?? 0;
    listener.socket = await members[0]!.listen();
    const joined = await listener.socket.join(`thread:${listener.thread}`, since);
    if (!joined.ok) throw new Error(joined.error.code);
  };
  const takeHeard = (listener: Listener): void => {
    listener.heard.push(...listener.socket.received.event);
    listener.socket.close();
  };

  beforeAll(async () => {
    server = await FaultServer.start(folder.path);
    members = await Member.crowd(server.url, WRITERS);
    threads = [];
    for (const title of ['Canals', 'Seeds', 'Boards']) threads.push(await members[0]!.startThread(title));
    writers = new Writers(members, threads);
    listeners = [];
    for (const thread of threads) {
      const socket = await members[0]!.listen();
      await socket.join(`thread:${thread}`, 0);
      listeners.push({ thread, heard: [], socket });
    }
  });

  afterAll(async () => {
    for (const { socket } of listeners ?? []) socket.close();
    await server?.stop();
    folder.remove();
  });

  it(
    `loses nothing it has acknowledged, ${ROUNDS} times`,
    async () => {
      const random = seededRandom('kill');
      let searched = 0;
      for (let round = 0; round < ROUNDS; round++) {
        writers.start();
        await sleep(100 + random() * 500);
        await server.kill();
        await writers.stop();
        listeners.forEach(takeHeard);

        server = await FaultServer.start(folder.path);
        for (const member of members) member.url = server.url;
        for (const listener of listeners) {
          const posts = await members[0]!.postsOf(listener.thread);
          expect(faultsOf(listener.thread, posts, writers.acknowledged)).toEqual([]);
          await comeBack(listener);
        }
        const fresh = writers.acknowledged.slice(searched);
        searched = writers.acknowledged.length;
        for (const { id, body } of fresh.slice(-12)) {
          expect(await search(server, body.slice(0, 24))).toContain(`post:${id}`);
        }
        await writers.sendAgain();
      }
      expect(writers.acknowledged.length).toBeGreaterThan(ROUNDS * WRITERS);
      expect(writers.refused).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('has told everyone who came back each event once, in order, and none too many', async () => {
    for (const { thread, heard, socket } of listeners) {
      const posts = await members[0]!.postsOf(thread);
      const before = heard.length;
      const numbers = () => [...heard, ...socket.received.event].map(({ seq }) => seq);
      await until('the last events have come', () => numbers().length >= posts.length);
      const told = [...heard, ...socket.received.event];
      expect(before).toBeGreaterThan(0);
      expect(numbers()).toEqual(numbers().map((_, at) => at + 1));
      const published = told.filter(({ type }) => type === 'discussions.post-published');
      expect(published.map(({ data }) => data.postId)).toEqual(posts.map(({ id }) => id));
    }
  });

  it('finds every reply, and its doctor finds nothing wrong', async () => {
    expect((await examine(server)).filter(({ ok }) => !ok)).toEqual([]);
  });
});
