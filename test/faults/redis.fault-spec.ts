import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LiveClient } from '../api/live-client.js';
import { startRedis } from '../engines/redis/start-redis.mjs';
import { describeWithEngine } from '../engines/require-engine.js';
import { faultsOf, Writers } from './acknowledged-writes.js';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { until } from './until.js';

const PATIENCE_MS = 40_000;

describeWithEngine('redis', 'Redis that is killed under load and comes back', () => {
  const folder = temporaryFolder();
  const engines: Awaited<ReturnType<typeof startRedis>>[] = [];
  let server: FaultServer;
  let socket: LiveClient | undefined;

  beforeAll(async () => {
    engines.push(await startRedis());
    server = await FaultServer.start(folder.path, {
      settings: { REDIS_URL: engines[0]!.url, ONLY_PROCESS: 'on' },
    });
  });

  afterAll(async () => {
    socket?.close();
    await server?.stop();
    for (const engine of engines.reverse()) await engine.stop();
    folder.remove();
  });

  it('holds up no request, and everyone in the room is told everything once it is back', async () => {
    const members = await Member.crowd(server.url, 5);
    const thread = await members[0]!.startThread('Canals');
    socket = await members[0]!.listen();
    const joined = await socket.join(`thread:${thread}`);
    const joinedAt = joined.ok ? joined.seq : -1;
    const writers = new Writers(members, [thread]);
    writers.start();
    await until('some is written', () => writers.acknowledged.length > 20);
    process.kill(engines[0]!.pid, 'SIGKILL');
    const before = writers.acknowledged.length;
    await until('more is written', () => writers.acknowledged.length > before + 50);
    await writers.stop();
    expect(writers.refused).toEqual([]);

    engines.push(await startRedis(engines[0]!.port));
    const count = writers.acknowledged.length;
    await until('all is told', () => socket!.received.event.length >= count, PATIENCE_MS);
    expect(socket.received.event.map(({ seq }) => seq)).toEqual(
      Array.from({ length: count }, (_, at) => joinedAt + at + 1),
    );
    expect(faultsOf(thread, await members[0]!.postsOf(thread), writers.acknowledged)).toEqual([]);
  });
});

describeWithEngine('redis', 'Redis that stays away until messages are given up', () => {
  const folder = temporaryFolder();
  const engines: Awaited<ReturnType<typeof startRedis>>[] = [];
  const sockets: LiveClient[] = [];
  let server: FaultServer;

  beforeAll(async () => {
    engines.push(await startRedis());
    server = await FaultServer.start(folder.path, {
      settings: { REDIS_URL: engines[0]!.url, ONLY_PROCESS: 'on' },
    });
  });

  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await server?.stop();
    for (const engine of engines.reverse()) await engine.stop();
    folder.remove();
  });

  /** A socket in every room, and the number at which it stands in each. */
  const listenTo = async (member: Member, rooms: string[], since?: number[]) => {
    const socket = await member.listen();
    sockets.push(socket);
    const at: number[] = [];
    for (const [place, room] of rooms.entries()) {
      const joined = await socket.join(room, since?.[place]);
      if (!joined.ok) throw new Error(`${room} was not entered`);
      at.push(since?.[place] ?? joined.seq);
    }
    return { socket, at };
  };

  it('costs nobody an event: not who stayed in the rooms, not who left and comes back before or after', async () => {
    const [amina, ben, chipo] = await Member.crowd(server.url, 3);
    const threads = [await amina!.startThread('Canals'), await amina!.startThread('Wells')];
    const rooms = threads.map((thread) => `thread:${thread}`);
    const write = async (count: number) => {
      for (let reply = 0; reply < count; reply++) {
        for (const thread of threads) {
          const { status } = await amina!.reply(thread, `Written meanwhile ${reply}`);
          expect(status).toBe(201);
        }
      }
    };
    const stayed = await listenTo(amina!, rooms);
    const left = await listenTo(ben!, rooms);
    left.socket.close();

    process.kill(engines[0]!.pid, 'SIGKILL');
    await write(3);
    await until('messages are given up', () => /events do not reach the bus/.test(server.log), PATIENCE_MS);
    await write(3);
    const cameBackBefore = await listenTo(ben!, rooms, left.at);
    engines.push(await startRedis(engines[0]!.port));
    const has = ({ socket, at }: typeof stayed, count: number) =>
      rooms.every((room, place) =>
        socket.received.event.some((event) => event.room === room && event.seq >= at[place]! + count),
      );
    await until('those in the rooms are told', () => has(stayed, 6) && has(cameBackBefore, 6), PATIENCE_MS);
    const cameBackAfter = await listenTo(chipo!, rooms, left.at);
    await write(1);
    const everyone = [stayed, cameBackBefore, cameBackAfter];
    await until('the next are told', () => everyone.every((one) => has(one, 7)), PATIENCE_MS);

    for (const { socket, at } of everyone) {
      for (const [place, room] of rooms.entries()) {
        const told = socket.received.event.filter((event) => event.room === room).map(({ seq }) => seq);
        expect(told).toEqual([1, 2, 3, 4, 5, 6, 7].map((step) => at[place]! + step));
      }
      expect(socket.received.resync).toEqual([]);
    }
  }, 180_000);
});
