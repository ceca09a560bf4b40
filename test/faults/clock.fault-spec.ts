import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { search } from './operator.js';
import { until } from './until.js';

interface Thread {
  id: string;
  createdAt: string;
}

describe('a clock that is set back by an hour', () => {
  const folder = temporaryFolder();
  let server: FaultServer;
  let amina: Member;
  let first: string;

  const threads = async () => (await amina.get<{ items: Thread[] }>('/api/v1/threads')).body.items;

  beforeAll(async () => {
    server = await FaultServer.start(folder.path, {
      nodeArguments: ['--import', './test/faults/shifted-clock.mjs'],
    });
    amina = await Member.join(server.url, 'Amina');
    first = await amina.startThread('Before');
    process.kill(server.pid, 'SIGUSR2');
  });

  afterAll(async () => {
    await server?.stop();
    folder.remove();
  });

  it('shows, and harms neither sessions nor the order of things', async () => {
    expect((await amina.reply(first, 'Still signed in, zafra')).body.number).toBe(2);
    const second = await amina.startThread('After');
    expect((await threads()).map(({ id }) => id)).toEqual([second, first]);
    const [later, earlier] = await threads();
    expect(later!.createdAt > earlier!.createdAt).toBe(true);
    const { ready, checks } = await server.readiness();
    expect({ ready, clock: checks.clock }).toEqual({ ready: true, clock: 'set-back' });
    expect(server.log).toMatch(/the clock of the system was set back by \d+ s/);
    await until('it is found', async () => (await search(server, 'zafra')).length > 0);
  });

  it('does not keep a server from starting, which takes up the numbers where they were', async () => {
    await server.kill();
    server = await FaultServer.start(folder.path, {
      nodeArguments: ['--import', './test/faults/shifted-clock.mjs'],
    });
    amina.url = server.url;
    process.kill(server.pid, 'SIGUSR2');
    expect((await amina.reply(first, 'After a start')).body.number).toBe(3);
    expect((await amina.postsOf(first)).map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});
