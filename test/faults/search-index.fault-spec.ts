import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { examine, search } from './operator.js';
import { until } from './until.js';

const PATIENCE_MS = 40_000;

describe('a search index that is lost', () => {
  const folder = temporaryFolder();
  const files = () =>
    readdirSync(folder.path)
      .filter((name) => name.startsWith('search.sqlite') && !name.endsWith('-lock'))
      .map((name) => join(folder.path, name));
  let server: FaultServer;
  let amina: Member;
  let thread: string;

  const remove = () => {
    for (const path of files()) rmSync(path);
  };
  const overwrite = () => {
    for (const path of files()) if (existsSync(path)) writeFileSync(path, readFileSync(path).fill(0xa5));
  };
  const isWholeAgain = async () => {
    await until(
      'everything is found again',
      async () =>
        (await search(server, 'zafra')).length > 0 && (await server.readiness()).checks.search === 'up',
      PATIENCE_MS,
    );
    expect((await examine(server)).filter(({ ok }) => !ok)).toEqual([]);
  };

  beforeAll(async () => {
    server = await FaultServer.start(folder.path);
    amina = await Member.join(server.url, 'Amina');
    thread = await amina.startThread('Canals');
    await amina.reply(thread, 'The zafra begins');
    await isWholeAgain();
  });

  afterAll(async () => {
    await server?.stop();
    folder.remove();
  });

  it.each([
    ['removed', remove],
    ['overwritten', overwrite],
  ])('is made anew in the background when it was %s before a start', async (_, harm) => {
    await server.kill();
    harm();
    server = await FaultServer.start(folder.path);
    amina.url = server.url;
    await isWholeAgain();
    expect(server.log).toContain('search index rebuilt');
  });

  it.each([
    ['removed', remove],
    ['overwritten', overwrite],
  ])('is made anew by itself when it is %s while the server runs; the rest goes on', async (_, harm) => {
    const before = server.log.split('search index rebuilt').length;
    harm();
    expect((await amina.reply(thread, 'In the meantime')).status).toBe(201);
    expect((await amina.get(`/api/v1/threads/${thread}`)).status).toBe(200);
    await until('it is rebuilt', () => server.log.split('search index rebuilt').length > before, PATIENCE_MS);
    await isWholeAgain();
    expect(server.log).toContain('the search index is damaged or gone, and is made anew');
  });
});
