import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis } from '../../engines/redis/start-redis.mjs';
import { describeWithEngine } from '../../engines/require-engine.js';
import { type Ended, newDataDir, run } from './minga-process.js';

const PATIENCE_MS = 120_000;
/** Nothing listens there. */
const NOWHERE = '127.0.0.1:1';

const dataDir = newDataDir();
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function start(settings: Record<string, string>): Promise<Ended> {
  return run('dist/apps/server/main.js', [], { dataDir, settings });
}

/** One line that names the setting, and nothing of how the program is made. */
function expectOneLine({ code, stderr, stdout }: Ended, setting: string, words: RegExp): void {
  const lines = stderr
    .split('\n')
    .filter((line) => line !== '' && !/^(Reference data|Search index): /.test(line));
  expect([code, stdout]).toEqual([2, '']);
  expect(lines).toEqual([expect.stringMatching(new RegExp(`^${setting}: .*${words.source}`, words.flags))]);
  expect(stderr).not.toMatch(/^\s+at |node:internal/m);
}

describe('a mistake in one setting', () => {
  const numbers: [string, string, RegExp][] = [
    ['PORT', 'eighty', /whole number from 0 to 65535, not "eighty"/],
    ['PORT', '80.5', /whole number from 0 to 65535/],
    ['PORT', '65536', /from 0 to 65535/],
    ['PORT', '0x50', /whole number/],
    ['PORT', '3000 3001', /whole number/],
    ['SESSION_IDLE_DAYS', 'two', /a number from 0.01 to 90/],
    ['SESSION_MAX_DAYS', '1,5', /a number from/],
    ['ARGON2_MEMORY_KIB', '-1', /whole number from 19456/],
    ['SOCKETS_PER_ADDRESS', 'Infinity', /whole number of 1 or more/],
    ['BASE_URL', 'minga.example.org', /http:\/\/ or https:\/\//],
    ['BASE_URL', 'localhost:3000', /http:\/\/ or https:\/\//],
    ['BASE_URL', 'https://example.org/minga', /a host alone/],
    ['GRAPH_URL', 'http://127.0.0.1:7474', /begins with neo4j:\/\//],
    ['GRAPH_URL', '127.0.0.1:7687', /begins with neo4j:\/\//],
    ['REDIS_URL', 'http://127.0.0.1', /begins with redis:\/\//],
    ['MEILI_URL', '127.0.0.1:7700', /begins with http:\/\//],
    ['MEILI_INDEX', 'our community', /digits/],
    ['SMTP_URL', 'mail.example.org', /begins with smtp:\/\//],
    ['MAIL_FROM', 'Minga', /an address/],
    ['LOG_LEVEL', 'loud', /"info"/],
  ];

  it.each(numbers)(
    'is told in one line: %s=%s',
    async (setting, value, words) => expectOneLine(await start({ [setting]: value }), setting, words),
    PATIENCE_MS,
  );

  it(
    'is told of an engine that is not there',
    async () => {
      const graph = await start({ GRAPH_URL: `bolt://${NOWHERE}`, ONLY_PROCESS: 'on' });
      expectOneLine(graph, 'GRAPH_URL', /no Neo4j answers at 127\.0\.0\.1:1/);
      const bus = await start({ REDIS_URL: `redis://${NOWHERE}`, ONLY_PROCESS: 'on' });
      expectOneLine(bus, 'REDIS_URL', /no Redis answers at 127\.0\.0\.1:1 .*ECONNREFUSED/);
      const unknown = await start({ REDIS_URL: 'redis://nobody.invalid', ONLY_PROCESS: 'on' });
      expectOneLine(unknown, 'REDIS_URL', /no Redis answers at nobody\.invalid/);
    },
    PATIENCE_MS,
  );

  it(
    'is told of an address that is not of this machine',
    async () => expectOneLine(await start({ HOST: '192.0.2.7' }), 'HOST', /no address of this machine/),
    PATIENCE_MS,
  );

  it(
    'is told of a folder that is none, or cannot be read',
    async () => {
      const file = join(dataDir, 'a-file');
      writeFileSync(file, '');
      for (const folder of [file, join(file, 'below'), '/proc/minga']) {
        expectOneLine(await start({ DATA_DIR: folder }), 'DATA_DIR', /cannot be used/);
      }
      const damaged = join(dataDir, 'damaged');
      mkdirSync(damaged);
      writeFileSync(join(damaged, 'secrets.json'), '{');
      expectOneLine(await start({ DATA_DIR: damaged }), 'DATA_DIR', /cannot be used/);
      // Whoever runs this as root may read everything.
      if (process.getuid?.() === 0) return;
      const closed = join(dataDir, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0);
      expectOneLine(await start({ DATA_DIR: closed }), 'DATA_DIR', /folder/);
    },
    PATIENCE_MS,
  );
});

describe('settings that cannot work together', () => {
  it.each([
    [{ GRAPH_URL: 'bolt://127.0.0.1:1' }, 'MEILI_URL', /is needed with GRAPH_URL/],
    [{ REDIS_URL: 'redis://127.0.0.1:1' }, 'MEILI_URL', /is needed with REDIS_URL/],
    [{ HOST: '0.0.0.0', SMTP_URL: 'smtp://127.0.0.1:1' }, 'BASE_URL', /is needed/],
  ] as [Record<string, string>, string, RegExp][])(
    'are told in one line: %j',
    async (settings, setting, words) => expectOneLine(await start(settings), setting, words),
    PATIENCE_MS,
  );
});

describe('a mail server that refuses the password', () => {
  let server: Server;
  const sockets = new Set<Socket>();

  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined).write('220 mail.example.org ESMTP\r\n');
      socket.on('data', (data) => {
        const isGreeting = data.toString().startsWith('EHLO');
        socket.write(
          isGreeting ? '250-mail.example.org\r\n250 AUTH PLAIN LOGIN\r\n' : '535 5.7.8 Refused\r\n',
        );
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });

  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it(
    'is a mistake in SMTP_URL, which does not repeat the password',
    async () => {
      const { port } = server.address() as { port: number };
      const ended = await start({ SMTP_URL: `smtp://minga:opensesame@127.0.0.1:${port}` });
      expectOneLine(ended, 'SMTP_URL', /refuses the user or password/);
      expect(ended.stderr).not.toContain('opensesame');
    },
    PATIENCE_MS,
  );
});

describeWithEngine('redis', 'a Redis that asks for a password', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;

  beforeAll(async () => {
    redis = await startRedis(undefined, ['--requirepass', 'opensesame']);
  });

  afterAll(() => redis.stop());

  it(
    'is a mistake in REDIS_URL, where the password is missing or wrong',
    async () => {
      const { host } = new URL(redis.url);
      for (const url of [redis.url, `redis://:wrongword@${host}`]) {
        const ended = await start({ REDIS_URL: url, ONLY_PROCESS: 'on' });
        expectOneLine(ended, 'REDIS_URL', /refuses the user or password/);
        expect(ended.stderr).not.toContain('wrongword');
      }
    },
    PATIENCE_MS,
  );
});
