import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Starts the built server on a free port with a data folder of its own.
 * @param {Record<string, string>} settings
 * @param {string} program what to run; one that answers messages can be told something
 * @returns {Promise<import('./start-server.mjs').RunningServer>}
 */
export async function startServer(settings = {}, program = 'dist/apps/server/main.js') {
  const dataDir = mkdtempSync(join(tmpdir(), 'minga-run-'));
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
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
  const tell = async (message) => {
    const answered = once(child, 'message');
    child.send(message);
    const [answer] = await answered;
    return answer;
  };
  const grant = async (email, role) => {
    const env = { ...process.env, DATA_DIR: dataDir };
    await execute(process.execPath, ['dist/apps/cli/main.js', 'user', 'grant', email, role], { env });
  };
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, dataDir, pid: child.pid, tell, grant, stop };
}
