import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { minga, newDataDir, run } from './minga-process.js';

const PATIENCE_MS = 180_000;

describe('the minga command on the demonstration community', () => {
  const dataDir = newDataDir();
  const usersNow = async () =>
    JSON.parse((await minga(dataDir, 'user', 'list', '--json')).stdout) as { email: string }[];

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it(
    'loads it once, and removes it whole',
    async () => {
      const loaded = await minga(dataDir, 'demo', 'load', '--json');
      expect(loaded).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(loaded.stdout)).toMatchObject({ loaded: expect.any(Number) });
      const users = await usersNow();
      expect(users.length).toBeGreaterThan(5);
      const again = await minga(dataDir, 'demo', 'load', '--json');
      expect(JSON.parse(again.stdout)).toMatchObject({ loaded: 0 });
      expect(await usersNow()).toHaveLength(users.length);
      const removed = await minga(dataDir, 'demo', 'remove');
      expect(removed.code).toBe(0);
      expect(removed.stdout).toContain('is gone');
      expect(await usersNow()).toEqual([]);
      expect((await minga(dataDir, 'doctor')).code).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'does not find it back after a start with DEMO=on',
    async () => {
      await minga(dataDir, 'demo', 'remove');
      const args = ['user', 'list', '--json'];
      const later = await run('tools/minga.mjs', args, { dataDir, settings: { DEMO: 'on' } });
      expect([later.code, later.stdout]).toEqual([0, '[]\n']);
    },
    PATIENCE_MS,
  );
});
