import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  dataDir?: string;
  settings?: Record<string, string>;
  cwd?: string;
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'minga-cli-'));
}

/** Runs a program of the repository to its end. */
export async function run(script: string, args: string[], options: RunOptions = {}): Promise<Ended> {
  const child = start(script, args, options);
  const output = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

/** Runs the `minga` command on a data folder. */
export function minga(dataDir: string, ...args: string[]): Promise<Ended> {
  return run('tools/minga.mjs', args, { dataDir });
}

/** A server in a process of its own, as `npm start` runs it. */
export class ServerProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    private readonly output: Omit<Ended, 'code'>,
  ) {}

  static async start(dataDir: string, settings: Record<string, string> = {}): Promise<ServerProcess> {
    const child = start('tools/start.mjs', [], { dataDir, settings });
    const output = collect(child);
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', () => {
        const ready = /^Minga is ready: (\S+)$/m.exec(output.stdout);
        if (ready?.[1]) resolve(ready[1]);
      });
      child.once('close', (code) =>
        reject(new Error(`ended with ${code}: ${output.stdout}${output.stderr}`)),
      );
    });
    return new ServerProcess(child, url, output);
  }

  get stdout(): string {
    return this.output.stdout;
  }

  get stderr(): string {
    return this.output.stderr;
  }

  /** The address that makes one person the first administrator, once it was printed. */
  async administratorLink(): Promise<URL> {
    const link = /^Become its administrator, once: (\S+)$/m;
    while (!link.test(this.stdout)) await once(this.child.stdout as NodeJS.ReadableStream, 'data');
    return new URL(link.exec(this.stdout)?.[1] ?? '');
  }

  /** @returns the exit code, or the signal that ended it */
  async stop(signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT' = 'SIGTERM'): Promise<number | string | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const ended = once(this.child, 'close');
    this.child.kill(signal);
    const [code, killedBy] = (await ended) as [number | null, string | null];
    return code ?? killedBy;
  }
}

function start(script: string, args: string[], { dataDir, settings, cwd = ROOT }: RunOptions): ChildProcess {
  const { PATH, HOME } = process.env;
  const folder = dataDir ? { DATA_DIR: dataDir } : {};
  return spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A busy machine makes slow queries, which would be warned of where tests expect silence.
    env: {
      PATH,
      HOME,
      PORT: '0',
      DEMO: 'off',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      ...folder,
      ...settings,
    },
  });
}

function collect(child: ChildProcess): Omit<Ended, 'code'> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  return output;
}
