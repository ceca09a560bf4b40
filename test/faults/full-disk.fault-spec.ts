import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, Writers } from './acknowledged-writes.js';
import { FaultServer } from './fault-server.js';
import { Member, type Problem } from './member.js';
import { SmallDisk } from './mounted-folder.js';
import { describeWhere } from './needs.js';
import { examine, search } from './operator.js';
import { until } from './until.js';

const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru'];

describeWhere('mount', 'a disk that is full', () => {
  let disk: SmallDisk;
  let server: FaultServer;
  let members: Member[];
  let thread: string;
  let writers: Writers;

  const filler = () => join(disk.path, 'filler');
  const fill = () => {
    const file = openSync(filler(), 'a');
    try {
      while (statfsSync(disk.path).bavail > 0) writeSync(file, Buffer.alloc(4096));
    } catch {
      // Full.
    }
    closeSync(file);
  };
  const writeUntilRefused = async () => {
    writers.start();
    await until('a write is refused', () => writers.refused.length > 0);
    await writers.stop();
  };

  beforeAll(async () => {
    disk = SmallDisk.mount(24);
    server = await FaultServer.start(disk.path);
    members = await Member.crowd(server.url, 3);
    thread = await members[0]!.startThread('Canals');
    writers = new Writers(members, [thread]);
  });

  afterAll(async () => {
    await server?.stop();
    disk?.remove();
  });

  it('refuses writes in the words of the reader, saying when to come back', async () => {
    fill();
    await writeUntilRefused();
    expect(new Set(writers.refused.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(['503 graph/cannot-write']),
    );
    expect(Number(writers.refused[0]?.retryAfter)).toBeGreaterThan(0);
    const titles = new Set<string>();
    for (const language of LANGUAGES) {
      const answer = await members[0]!.post<Problem>(`/api/v1/threads/${thread}/posts?lang=${language}`, {
        body: 'x'.repeat(30_000),
      });
      expect(answer.status).toBe(503);
      titles.add(answer.body.title);
    }
    expect(titles.size).toBe(LANGUAGES.length);
  });

  it('goes on showing everything, and tells of its state', async () => {
    expect((await members[0]!.postsOf(thread)).length).toBeGreaterThan(0);
    expect((await fetch(`${server.url}/threads/${thread}`)).status).toBe(200);
    const { status, ready, checks } = await server.readiness();
    expect({ status, ready, graph: checks.graph, writes: checks.writes }).toEqual({
      status: 200,
      ready: true,
      graph: 'up',
      writes: 'down',
    });
    expect(server.log).toMatch(/nothing can be written.*No space left/);
    expect(
      (await examine(server))
        .filter(({ ok }) => !ok)
        .map(({ detail }) => detail)
        .join(),
    ).toMatch(/No space left/);
  });

  it('writes again by itself when there is space, and has lost nothing', async () => {
    rmSync(filler());
    await until('writes are taken', async () => (await server.readiness()).checks.writes === 'up');
    await writers.sendAgain();
    expect(faultsOf(thread, await members[0]!.postsOf(thread), writers.acknowledged)).toEqual([]);
    expect(server.log).toContain('writing works again');
  });

  it('finds by search what was written just before the disk was full', async () => {
    for (const { id, body } of writers.acknowledged.slice(-5)) {
      await until(
        `${body.slice(0, 24)} is found`,
        async () => (await search(server, body.slice(0, 24))).includes(`post:${id}`),
        30_000,
      );
    }
    expect((await examine(server)).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('keeps what it acknowledged when it is killed on the full disk', async () => {
    fill();
    writers.refused.length = 0;
    await writeUntilRefused();
    await server.kill();
    rmSync(filler());
    server = await FaultServer.start(disk.path);
    for (const member of members) member.url = server.url;
    await writers.sendAgain();
    expect(faultsOf(thread, await members[0]!.postsOf(thread), writers.acknowledged)).toEqual([]);
  });
});
