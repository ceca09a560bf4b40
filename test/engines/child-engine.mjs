import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// The shell waits on its input, then kills the engine and removes its folder. The operating system closes that
// input even when the test process dies without a word, so no engine outlives its tests.
const guard = `
  folder=$1; shift
  "$@" </dev/null &
  engine=$!; echo $engine >&4
  cat >/dev/null
  kill -9 $engine; wait $engine; rm -rf "$folder"`;

/** A port on which nothing listens at the moment. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** An empty folder for one run of an engine. */
export function engineFolder(name) {
  return mkdtempSync(join(tmpdir(), `minga-${name}-`));
}

/**
 * Starts a server as a child that dies with this process, and waits until its log holds `readyText`.
 * @param {string[]} command program and arguments
 * @param {{ folder: string, readyText: string, readyLog?: string, timeoutMs?: number }} options
 *   `folder` holds what the engine writes and is removed when it stops; `readyLog` is the file in which
 *   `readyText` appears (what the engine prints, by default)
 */
export async function startChildEngine(command, { folder, readyText, readyLog, timeoutMs = 90_000 }) {
  const outputLog = join(folder, 'output.log');
  const output = openSync(outputLog, 'a');
  const shell = spawn('sh', ['-c', guard, 'engine-guard', folder, ...command], {
    stdio: ['pipe', output, output, 'ignore', 'pipe'],
    detached: true,
  });
  closeSync(output);
  const [pidLine] = await once(shell.stdio[4], 'data');
  const pid = Number(pidLine.toString());
  shell.stdio[4].destroy();

  const stop = async () => {
    if (shell.exitCode !== null || shell.signalCode !== null) return;
    shell.ref();
    shell.stdin.end();
    await once(shell, 'exit');
  };

  const deadline = Date.now() + timeoutMs;
  while (!readOrEmpty(readyLog ?? outputLog).includes(readyText)) {
    const gone = !isRunning(pid);
    if (gone || Date.now() > deadline) {
      const said = `${readOrEmpty(outputLog)}\n${readyLog ? readOrEmpty(readyLog) : ''}`.trim().slice(-3000);
      await stop();
      throw new Error(
        `${command[0]} ${gone ? 'ended before it was ready' : 'was not ready in time'}:\n${said}`,
      );
    }
    await sleep(50);
  }
  shell.unref();
  return { pid, stop };
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readOrEmpty(`/proc/${pid}/status`));
  } catch {
    return false;
  }
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
