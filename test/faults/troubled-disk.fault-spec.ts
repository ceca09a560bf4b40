import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LiveClient } from '../api/live-client.js';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { describeWhere } from './needs.js';
import { examine, search } from './operator.js';
import { currentLog, Tracing } from './tracing.js';
import { until } from './until.js';

describeWhere('strace', 'a disk in trouble', () => {
  const folder = temporaryFolder();
  let server: FaultServer;
  let amina: Member;
  let thread: string;
  let socket: LiveClient;
  let tracing: Tracing | null = null;

  /** Does this to the calls that concern the log of the graph. */
  const harmLog = async (inject: string) => {
    const calls = inject.split(':')[0];
    const what = ['-P', currentLog(server), '-e', `trace=${calls}`, '-e', `inject=${inject}`];
    tracing = await Tracing.attach(server, what);
  };
  const heal = async () => {
    await tracing?.detach();
    tracing = null;
  };
  const writesAreTaken = () =>
    until('writes are taken', async () => (await server.readiness()).checks.writes === 'up');

  beforeAll(async () => {
    server = await FaultServer.start(folder.path);
    amina = await Member.join(server.url, 'Amina');
    thread = await amina.startThread('Canals');
    socket = await amina.listen();
    await socket.join(`thread:${thread}`);
  });

  afterAll(async () => {
    await heal();
    socket?.close();
    await server?.stop();
    folder.remove();
  });

  it('that became read-only refuses writes, shows everything, and is written again when it can be', async () => {
    await harmLog('write:error=EROFS');
    const refused = await amina.reply(thread, 'To a disk that takes nothing');
    expect([refused.status, refused.body.code]).toEqual([503, 'graph/cannot-write']);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect((await amina.postsOf(thread)).map(({ number }) => number)).toEqual([1]);
    const { ready, checks } = await server.readiness();
    expect({ ready, writes: checks.writes }).toEqual({ ready: true, writes: 'down' });
    expect(server.log).toMatch(/nothing can be written.*Read-only file system/);
    await heal();
    await writesAreTaken();
    expect((await amina.reply(thread, 'To a disk that takes it')).body.number).toBe(2);
  });

  it('that fails a sync is not believed again: what follows is refused until all is in the main file', async () => {
    const before = (await amina.postsOf(thread)).length;
    socket.received.event.length = 0;
    const log = currentLog(server);
    tracing = await Tracing.attach(server, [
      '-e',
      'trace=fdatasync,fsync',
      '-e',
      'inject=fdatasync,fsync:error=EIO',
    ]);
    const doubtful = await amina.reply(thread, 'Doubtful zafra');
    const following = await amina.reply(thread, 'Refused');
    expect([doubtful.status, following.status]).toEqual([503, 503]);
    expect((await amina.get(`/api/v1/threads/${thread}`)).status).toBe(200);
    await heal();
    await writesAreTaken();
    expect(currentLog(server)).not.toBe(log);
    const posts = await amina.postsOf(thread);
    expect(posts.length - before).toBeLessThanOrEqual(1);
    expect(posts.map(({ body }) => body)).not.toContain('Refused');
    const next = await amina.reply(thread, 'Kept again');
    expect(next.body.number).toBe(posts.length + 1);
    // What was in doubt and is kept after all is told to everyone in the room, and can be found.
    await socket.until(() => socket.received.event.some(({ data }) => data.body === 'Kept again'));
    const told = socket.received.event.map(({ data }) => data.number);
    expect(told).toEqual([...told].sort());
    expect(told.length).toBe(posts.length - before + 1);
    if (posts.length > before) {
      await until('it is found', async () => (await search(server, 'zafra')).length > 0, 40_000);
    }
    expect((await examine(server)).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('that is slow is told of, and every write still waits for it', async () => {
    await harmLog('fdatasync:delay_enter=700000');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => amina.reply(thread, `Slow ${at}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect((await server.readiness()).checks).toMatchObject({ writes: 'up', disk: 'slow' });
    expect(server.log).toMatch(/the disk is slow: a sync took \d+ ms/);
    await heal();
    await until('the disk keeps up', async () => (await server.readiness()).checks.disk === 'up');
  });

  it('that does not answer any more keeps nobody else waiting', async () => {
    await harmLog('fdatasync:delay_enter=7000000:when=1');
    const waiting = amina.reply(thread, 'Waits for the disk');
    const others: Promise<unknown>[] = [];
    const refused: string[] = [];
    await until('somebody is refused', () => {
      if (others.length < 1000) {
        others.push(
          amina.reply(thread, 'Does not wait').then(({ status, body }) => {
            if (status === 503) refused.push(body.code);
          }),
        );
      }
      return refused.length > 0;
    });
    expect(refused[0]).toBe('graph/cannot-write');
    expect((await server.readiness()).checks.writes).toBe('down');
    expect((await waiting).status).toBe(201);
    await Promise.all(others);
    await heal();
    await writesAreTaken();
  });
});
