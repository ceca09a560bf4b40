import { execFile, fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { summarise } from '../statistics.mjs';
import { startMeter } from './meter.mjs';
import { RawConnection, requestBytes, targetOf } from './raw-connection.mjs';

const WORKER = fileURLToPath(new URL('./http-worker.mjs', import.meta.url));
const LUA = fileURLToPath(new URL('./wrk.lua', import.meta.url));

/** wrk costs a tenth of what a client in Node costs; without it, reads are driven by our own. */
export const hasWrk = spawnSync('wrk', ['-v'], { stdio: 'ignore' }).error === undefined;

/**
 * @typedef {{ url: string, requests: object[], connections: number, seconds: number, warmSeconds: number,
 *   pids: number[], paceMs?: number, once?: boolean, ownClient?: boolean }} Job `once`: each request a single time, so that
 *   nothing is answered from what was kept; `paceMs`: at most one in so many milliseconds for each connection
 * @typedef {{ perSecond: number, p50: number, p90: number, p99: number, max: number, requests: number, failed: number,
 *   bytes: number, client: string, bad?: object, usage: object }} Figures
 */

/**
 * Keeps `connections` busy for some seconds, each waiting for its answer before it asks again.
 * @param {Job} job
 * @returns {Promise<Figures>}
 */
export async function drive(job) {
  const reads = job.requests.every(({ method = 'GET' }) => method === 'GET');
  const sameHeaders = new Set(job.requests.map(({ headers }) => JSON.stringify(headers ?? {}))).size === 1;
  if (reads) await probe(job);
  const useWrk = hasWrk && reads && sameHeaders && !job.paceMs && !job.once && !job.ownClient;
  return useWrk ? driveWithWrk(job) : driveWithWorker(job);
}

/** An error page must not be measured by mistake, however fast it is. */
async function probe({ url, requests }) {
  const target = targetOf(url);
  const connection = new RawConnection({ ...target, keepBody: true });
  const { status, text } = await connection.ask(requestBytes(target, requests[0]));
  connection.close();
  if (status === 200) return;
  throw new Error(`${requests[0].path} answers ${status} instead of 200: ${text.slice(-200)}`);
}

async function driveWithWorker({ pids, ...job }) {
  const child = fork(WORKER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answer = () =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`the load process ended with ${code}`)));
    });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const warm = answer();
  child.send(job);
  await warm;
  const meter = startMeter(pids, [child.pid]);
  const finished = answer();
  child.send('go');
  const { done } = await finished;
  const usage = meter();
  // Once it is gone its work counts as this process's own, so the next meter must not begin before.
  await ended;
  const { times, elapsed, bytes, failed, bad } = done;
  const requests = times.length;
  const figures = { perSecond: (requests / elapsed) * 1000, ...summarise(times), requests, failed };
  return {
    ...figures,
    bytes: bytes / Math.max(1, requests),
    client: 'own',
    bad: failed > 0 ? bad : undefined,
    usage,
  };
}

async function driveWithWrk({ url, requests, connections, seconds, warmSeconds, pids }) {
  const folder = mkdtempSync(join(tmpdir(), 'minga-bench-'));
  const paths = join(folder, 'paths');
  writeFileSync(paths, `${requests.map(({ path }) => path).join('\n')}\n`);
  const headers = Object.entries(requests[0].headers ?? {}).flatMap(([name, value]) => [
    '-H',
    `${name}: ${value}`,
  ]);
  const run = async (forSeconds) => {
    const time = ['-t1', `-c${connections}`, `-d${Math.max(1, Math.round(forSeconds))}s`, '--timeout', '10s'];
    const address = new URL(requests[0].path, url).href.replace('//localhost', '//127.0.0.1');
    const options = { env: { ...process.env, BENCH_PATHS: paths }, maxBuffer: 1e7 };
    return promisify(execFile)('wrk', [...time, ...headers, '-s', LUA, address], options);
  };
  try {
    if (warmSeconds > 0) await run(warmSeconds);
    const meter = startMeter(pids);
    const { stdout } = await run(seconds);
    return { ...readReport(stdout), client: 'wrk', usage: meter() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(stdout) {
  const report = /BENCH ([\d ]+)/.exec(stdout);
  if (!report) throw new Error(`wrk said nothing of use: ${stdout}`);
  const [requests, micros, bytes, failed, ...latencies] = report[1].split(' ').map(Number);
  const [p50, p90, p99, max] = latencies.map((value) => value / 1000);
  return {
    perSecond: requests / (micros / 1e6),
    p50,
    p90,
    p99,
    max,
    requests,
    failed,
    bytes: bytes / Math.max(1, requests),
  };
}
