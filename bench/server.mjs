import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { buildFolder } from './build-folder.mjs';
import { RawConnection, requestBytes, targetOf } from './load/raw-connection.mjs';

const FIRST_ANSWER_WITHIN_MS = 900_000;

/**
 * Starts the built server on a data folder and waits for its first answer.
 * @param {string} dataDir
 * @param {{ settings?: Record<string, string>, nodeOptions?: string[], path?: string }} options `path` is what is asked
 * @returns {Promise<{ url: string, pid: number, startedIn: number, stop(): Promise<void> }>} `startedIn` milliseconds
 */
export async function startServer(
  dataDir,
  { settings = {}, nodeOptions = [], path = '/api/v1/threads' } = {},
) {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, `${buildFolder()}/apps/server/main.js`], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: 'off',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await firstAnswer(child, url, path);
  const startedIn = performance.now() - started;
  return { url, pid: child.pid, startedIn, stop: () => stop(child) };
}

async function firstAnswer(child, url, path) {
  const target = targetOf(url);
  const request = requestBytes(target, { path });
  const until = performance.now() + FIRST_ANSWER_WITHIN_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const connection = new RawConnection(target);
    const status = await connection.ask(request).then(
      (answer) => answer.status,
      () => 0,
    );
    connection.close();
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`no answer at ${path}`);
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
