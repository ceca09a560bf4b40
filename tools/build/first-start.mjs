import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const SERVER = 'apps/server/load-server.js';
/** Asked for so that what answers them is compiled as well. */
const PATHS = ['/', '/threads', '/api/v1/threads'];

/**
 * Starts the built server once, on a data folder that is thrown away, and keeps beside it what the engine compiled:
 * later starts need not compile it again. Without it the server starts as well, later.
 * @param {string} folder with the built server
 */
export async function startOnce(folder) {
  const dataDir = mkdtempSync(join(tmpdir(), 'minga-first-start-'));
  try {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), resolve(folder)], {
      env: {
        PATH: process.env.PATH,
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: '0',
        DEMO: 'off',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const code = await new Promise((done) => child.once('exit', done));
    if (code !== 0)
      console.error(`The built server could not be tried, so its starts will take longer. ${said}`);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** In a process of its own: what this one has loaded must not be in the way. */
async function startHere(folder) {
  // What has run once would be forgotten again. It must be as usual when it is kept, or the engine rejects it.
  setFlagsFromString('--no-flush-bytecode');
  const { loadServer, COMPILED } = await import(join(folder, SERVER));
  const server = await loadServer();
  const app = await server.startFromEnvironment();
  for (const path of PATHS) await ask((await app.getUrl()) + path);
  setFlagsFromString('--flush-bytecode');
  const compiled = server.compiled();
  if (compiled) writeFileSync(COMPILED, compiled);
  process.kill(process.pid, 'SIGTERM');
}

function ask(url) {
  return new Promise((done, fail) => {
    http.get(url, { agent: false }, (answer) => answer.resume().once('end', done)).once('error', fail);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await startHere(process.argv[2]);
