import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FaultServer, temporaryFolder } from './fault-server.js';
import { until } from './until.js';

/** `strace` on a running server: it sees the calls to the system, and can make them fail or wait. */
export class Tracing {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: { path: string; remove(): void },
  ) {}

  /** @param what options of strace: which calls, and what is done to them */
  static async attach(server: FaultServer, what: string[]): Promise<Tracing> {
    const folder = temporaryFolder();
    const output = join(folder.path, 'calls');
    const child = spawn(
      'strace',
      ['-f', '-y', '-s', '4000', '-o', output, ...what, '-p', String(server.pid)],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const threads = () => readdirSync(`/proc/${server.pid}/task`);
    await until(`strace is attached: ${said}`, () => threads().every((id) => isTraced(server.pid, id)));
    return new Tracing(child, folder);
  }

  /** Lets the server go on as it was. @returns the calls seen, one a line, in their order */
  async detach(): Promise<string[]> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGINT');
      await once(this.child, 'exit');
    }
    const calls = readFileSync(join(this.folder.path, 'calls'), 'utf8').split('\n');
    this.folder.remove();
    return calls;
  }
}

function isTraced(pid: number, thread: string): boolean {
  return !/^TracerPid:\s+0$/m.test(readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8'));
}

/** The log to which the graph of this server writes now. */
export function currentLog(server: FaultServer): string {
  const folder = join(server.dataDir, 'graph', 'minga.grafeo.wal');
  const names = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return join(folder, names.sort().at(-1) ?? '');
}
