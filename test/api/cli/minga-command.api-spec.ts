import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TEST_PASSWORD, TestClient } from '../test-server.js';
import { minga, newDataDir, ROOT, run, ServerProcess } from './minga-process.js';

const PATIENCE_MS = 180_000;

interface User {
  name: string;
  email: string;
  roles: string[];
}

describe('the minga command', () => {
  const dataDir = newDataDir();

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is what `npx minga` runs in the repository', () => {
    const cache = newDataDir();
    const { status, stdout } = spawnSync('npx', ['--yes', '--offline', 'minga', '--help'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_cache: cache },
    });
    rmSync(cache, { recursive: true, force: true });
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: minga');
  });

  it('shows what there is, each command under its own', async () => {
    const help = await minga(dataDir, '--help');
    expect(help.code).toBe(0);
    const commands = [...help.stdout.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1]);
    expect(commands).toEqual(expect.arrayContaining(['import', 'reindex', 'demo', 'user', 'doctor']));
    expect(commands).not.toContain('grant');
  });

  it(
    'refuses what it does not know, or not enough of, as bad usage',
    async () => {
      const wrong = [
        [],
        ['user'],
        ['frobnicate'],
        ['user', 'frobnicate'],
        ['user', 'grant', 'a@example.org'],
        ['doctor', '--no'],
      ];
      const refusals = await Promise.all(wrong.map((args) => minga(dataDir, ...args)));
      expect(refusals.map(({ code, stdout }) => [code, stdout])).toEqual(wrong.map(() => [2, '']));
      expect(refusals.filter(({ stderr }) => stderr === '')).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('refuses settings that are not right', async () => {
    const refused = await run('tools/minga.mjs', ['doctor'], { dataDir, settings: { LOG_LEVEL: 'loud' } });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('LOG_LEVEL');
  });

  it('looks for files where it is called', async () => {
    const args = ['import', 'cases', 'nothing.csv', '--map', 'nothing.json'];
    const refused = await run('tools/minga.mjs', args, { dataDir, cwd: tmpdir() });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(join(tmpdir(), 'nothing.csv'));
  });
});

describe.each(['while a server runs', 'while none runs'])('the minga command, %s,', (when) => {
  const dataDir = newDataDir();
  let server: ServerProcess;

  beforeAll(async () => {
    server = await ServerProcess.start(dataDir);
    const body = { name: 'Huda Obeidat', email: 'huda@example.org', password: TEST_PASSWORD };
    expect((await new TestClient(server.url).post('/api/v1/auth/register', body)).status).toBe(201);
    if (when === 'while none runs') await server.stop();
  }, PATIENCE_MS);

  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(
    'lists people and gives roles',
    async () => {
      const granted = await minga(dataDir, 'user', 'grant', 'huda@example.org', 'steward');
      expect(granted).toMatchObject({ code: 0, stdout: 'huda@example.org is steward now.\n' });
      const listed = await minga(dataDir, 'user', 'list', '--json');
      expect(listed).toMatchObject({ code: 0, stderr: '' });
      const users = JSON.parse(listed.stdout) as User[];
      expect(users).toMatchObject([{ name: 'Huda Obeidat', roles: ['member', 'steward'] }]);
      const inWords = await minga(dataDir, 'user', 'list');
      expect(inWords.stdout).toContain('huda@example.org\tHuda Obeidat\tmember, steward');
    },
    PATIENCE_MS,
  );

  it(
    'says in words why it does not, and by exit code what kind of failure it is',
    async () => {
      const nobody = await minga(dataDir, 'user', 'grant', 'nobody@example.org', 'steward');
      expect([nobody.code, nobody.stdout]).toEqual([1, '']);
      expect(nobody.stderr).toContain('(platform/not-found)');
      const emperor = await minga(dataDir, 'user', 'grant', 'huda@example.org', 'emperor');
      expect([emperor.code, emperor.stdout]).toEqual([2, '']);
      expect(emperor.stderr).toContain('role: This is not one of the choices.');
    },
    PATIENCE_MS,
  );

  it(
    'builds the search index anew, and finds nothing to heal then',
    async () => {
      const rebuilt = await minga(dataDir, 'reindex', '--json');
      expect(rebuilt).toMatchObject({ code: 0, stderr: '' });
      const { documents } = JSON.parse(rebuilt.stdout) as { documents: number };
      expect(documents).toBeGreaterThan(0);
      const healthy = await minga(dataDir, 'doctor', '--json');
      expect(healthy.code).toBe(0);
      const findings = JSON.parse(healthy.stdout) as { check: string; ok: boolean; detail: string }[];
      expect(findings.map(({ check, ok }) => [check, ok])).toEqual([
        ['graph', true],
        ['events', true],
        ['search', true],
      ]);
      expect(findings[2]?.detail).toContain(String(documents));
    },
    PATIENCE_MS,
  );
});
