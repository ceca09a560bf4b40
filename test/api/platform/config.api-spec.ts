import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Config, configSchema, describeSettings } from '../../../libs/platform/config/config.js';
import { newDataDir, ROOT, run } from '../cli/minga-process.js';

const dataDir = newDataDir();

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('settings', () => {
  it('that are wrong end the start, each named with what would be right', async () => {
    const settings = { PORT: 'eighty', ROLE: 'king', DEMO: 'perhaps' };
    const ended = await run('dist/apps/server/main.js', [], { dataDir, settings });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    for (const name of Object.keys(settings)) expect(ended.stderr).toContain(`${name}: `);
    expect(ended.stderr).toContain('"all"|"web"|"worker"');
    expect(ended.stderr).toContain('.env.example');
  }, 20_000);

  it.each([
    { PORT: '65536' },
    { PORT: '-1' },
    { PORT: '80.5' },
    { DURABILITY: 'none' },
    { LOG_LEVEL: 'loud' },
    { RATE_LIMITS: 'true' },
    { TRUST_PROXY: '1' },
  ])('are refused: %j', (settings) => {
    const [name = ''] = Object.keys(settings);
    expect(() => Config.load({ DATA_DIR: dataDir, ...settings })).toThrow(name);
  });

  it('that are empty count as not set', () => {
    const { settings } = Config.load({ DATA_DIR: dataDir, PORT: '', GRAPH_URL: ' ', DEMO: '' });
    expect([settings.PORT, settings.GRAPH_URL, settings.DEMO]).toEqual([3000, undefined, true]);
  });

  it('give the public address, with the port that was free', () => {
    const config = Config.load({ DATA_DIR: dataDir, PORT: '0' });
    config.listensOn(4711);
    expect(config.baseUrl).toBe('http://localhost:4711');
    const named = Config.load({ DATA_DIR: dataDir, BASE_URL: 'https://minga.example.org//' });
    expect([named.baseUrl, named.isSecure]).toEqual(['https://minga.example.org', true]);
  });

  it('each say what they mean, in .env.example too', () => {
    const silent = Object.entries(configSchema.shape).filter(([, { description }]) => !description);
    expect(silent.map(([name]) => name)).toEqual([]);
    expect(readFileSync(join(ROOT, '.env.example'), 'utf8')).toBe(describeSettings());
  });

  it('keep secrets to the owner of the data folder, the same ones at each start', () => {
    const [first, second] = [Config.load({ DATA_DIR: dataDir }), Config.load({ DATA_DIR: dataDir })];
    expect(second.secrets).toEqual(first.secrets);
  });
});
