import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadinessReport } from '../../libs/platform/operations/readiness.js';
import { until } from './until.js';

export interface StartOptions {
  settings?: Record<string, string>;
  /** Arguments of node before the program, such as a module that makes the disk slow. */
  nodeArguments?: string[];
  /** A program that runs the server, such as `strace -f`. */
  under?: string[];
}

/** A process that dies with the one that started it, so that a test that ends without a word leaves nothing behind. */
const DIES_WITH_US = ['setpriv', '--pdeathsig', 'KILL'];
const READY_WITHIN_MS = 120_000;

/** Where the built server is. */
const BUILD = process.env.FAULT_BUILD ?? 'dist';
const hasSetpriv = spawnSync('setpriv', ['--version']).status === 0;

/** The built server as a process of its own, which a test may kill, stop and start again over the same data. */
export class FaultServer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: string[],
    readonly dataDir: string,
    readonly url: string,
  ) {}

  static async start(dataDir: string, options: StartOptions = {}): Promise<FaultServer> {
    const { child, lines } = launch(dataDir, options);
    const ready = () => lines.join('').match(/Minga is ready: (http\S+)/)?.[1];
    await until('the server listens', () => ready() !== undefined || hasEnded(child), READY_WITHIN_MS);
    const url = ready();
    if (!url)
      throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}: ${lines.join('')}`);
    return new FaultServer(child, lines, dataDir, url);
  }

  /** Runs a server that is expected to refuse, until it ends. */
  static async startInVain(
    dataDir: string,
    options: StartOptions = {},
  ): Promise<{ code: number; said: string }> {
    const { child, lines } = launch(dataDir, options);
    const guard = setTimeout(() => child.kill('SIGKILL'), 30_000);
    if (!hasEnded(child)) await once(child, 'exit');
    clearTimeout(guard);
    return { code: child.exitCode ?? -1, said: lines.join('') };
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Everything printed and logged so far. */
  get log(): string {
    return this.lines.join('');
  }

  /** Ends the process at once, whatever it is doing. */
  async kill(): Promise<void> {
    if (hasEnded(this.child)) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  /** Asks the process to end in order. */
  async stop(): Promise<void> {
    if (hasEnded(this.child)) return;
    const guard = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
    clearTimeout(guard);
  }

  async readiness(): Promise<{ status: number } & ReadinessReport> {
    const response = await fetch(`${this.url}/readyz`, { headers: { accept: 'application/json' } });
    return { status: response.status, ...((await response.json()) as ReadinessReport) };
  }
}

/** A folder for the data of one test. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'minga-fault-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function launch(dataDir: string, { settings = {}, nodeArguments = [], under = [] }: StartOptions) {
  const command = [
    ...(hasSetpriv ? DIES_WITH_US : []),
    ...under,
    process.execPath,
    ...nodeArguments,
    join(BUILD, 'apps/server/main.js'),
  ];
  const child = spawn(command[0] ?? '', command.slice(1), {
    env: {
      ...process.env,
      // Options of the test runner's own node are none of the server's business.
      NODE_OPTIONS: '',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: 'off',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'info',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  child.stdout.on('data', (chunk) => lines.push(String(chunk)));
  child.stderr.on('data', (chunk) => lines.push(String(chunk)));
  return { child, lines };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
