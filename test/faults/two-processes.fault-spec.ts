import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { SmallDisk } from './mounted-folder.js';
import { describeWhere } from './needs.js';

describe('a data folder that is in use', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  it('is not opened by a second server, which says by whom it is used; the first goes on', async () => {
    const first = await FaultServer.start(folder.path);
    try {
      const amina = await Member.join(first.url, 'Amina');
      const thread = await amina.startThread('Canals');
      const second = await FaultServer.startInVain(folder.path);
      expect(second.code).toBe(3);
      expect(second.said).toContain(`is in use by process ${first.pid} (server`);
      expect(second.said).not.toContain('    at ');
      expect((await amina.reply(thread, 'Still here')).status).toBe(201);
      expect((await first.readiness()).checks).toMatchObject({ graph: 'up', writes: 'up' });
    } finally {
      await first.kill();
    }
    const third = await FaultServer.start(folder.path);
    await third.stop();
  });
});

describeWhere('mount', 'a data folder that is read-only when a server starts', () => {
  it('is not taken for one in use: the server says what to do, and starts as soon as it can be written', async () => {
    const disk = SmallDisk.mount(24);
    const data = join(disk.path, 'data');
    try {
      mkdirSync(data);
      await (await FaultServer.start(data)).stop();
      disk.remount('ro');
      const { code, said } = await FaultServer.startInVain(data);
      expect(code).toBe(5);
      expect(said).toMatch(/data folder .* cannot be written/);
      expect(said).not.toContain('in use');
      disk.remount('rw');
      await (await FaultServer.start(data)).stop();
    } finally {
      disk.remove();
    }
  });
});
