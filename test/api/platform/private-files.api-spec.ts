import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityMails } from '../../../libs/identity/index.js';
import { TestServer } from '../test-server.js';

describe('what the server keeps on disk', () => {
  let parent: string;
  let dataDir: string;

  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'minga-private-'));
    dataDir = join(parent, 'data');
  });

  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  const entries = () =>
    [dataDir, ...readdirSync(dataDir, { recursive: true }).map((name) => join(dataDir, String(name)))].filter(
      (path) => !lstatSync(path).isSymbolicLink(),
    );
  const openToOthers = () =>
    entries().filter((path) => (lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077);
  const run = async (work: (server: TestServer) => Promise<void>) => {
    const server = await TestServer.start({ DATA_DIR: dataDir });
    await work(server);
    await server.stop();
  };

  it('is its owner’s alone: graph, log, search, mail and secrets', async () => {
    await run(async (server) => {
      await server.member('Rosa Quispe');
      await server.app.get(IdentityMails).settled();
      await server.settled();
      expect(openToOthers()).toEqual([]);
      expect(entries().length).toBeGreaterThan(8);
    });
    expect(openToOthers()).toEqual([]);
  });

  it('is closed to others at the next start, where it was open', async () => {
    for (const path of entries()) chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644);
    const elsewhere = join(parent, 'elsewhere');
    const notOurs = join(dataDir, 'notes-of-the-operator.txt');
    for (const path of [elsewhere, notOurs]) {
      writeFileSync(path, 'not ours');
      chmodSync(path, 0o644);
    }
    symlinkSync(elsewhere, join(dataDir, 'outbox', 'link.eml'));
    await run(async () => expect(openToOthers()).toEqual([notOurs]));
    expect(lstatSync(elsewhere).mode & 0o777).toBe(0o644);
  });
});
