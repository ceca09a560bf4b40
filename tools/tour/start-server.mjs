import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts the built server on a free port with a data folder of its own.
 * @param {Record<string, string>} settings
 * @returns {Promise<{ url: string, dataDir: string, pid: number, stop(): Promise<void> }>}
 */
export async function startServer(settings = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'minga-run-'));
  const child = spawn(process.execPath, ['dist/apps/server/main.js'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const address = /Minga is ready: (http\S+)/.exec(output)?.[1];
      if (address) resolve(address);
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, dataDir, pid: child.pid, stop };
}
