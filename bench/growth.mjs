import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabulary } from './corpus/vocabulary.mjs';
import { drive } from './load/drive.mjs';
import { memoryOf } from './load/meter.mjs';
import { logLogChart } from './report/svg.mjs';
import { startServer } from './server.mjs';
import { growthExponent, round } from './statistics.mjs';
import { seededFolder } from './worlds.mjs';

const POSTS_PER_THREAD = 10;
const LONG_THREAD = 1000;

/** Data that grows in all its parts: a fifth as many cases as posts, up to a hundred thousand. */
function sizeFor(posts) {
  const cases = Math.min(100_000, Math.round(posts / 5));
  return {
    threads: Math.round(posts / POSTS_PER_THREAD),
    posts: POSTS_PER_THREAD,
    long: LONG_THREAD,
    people: Math.min(5000, Math.round(posts / 20)),
    cases,
    actors: Math.round(cases / 4),
  };
}

/**
 * Questions whose cost is followed, each asked by one client. Those of `once` are never asked again, so that nothing is
 * answered from what the server keeps; the others are asked again and again, which shows what keeping gives.
 */
function operationsOf(world) {
  const get = (paths) => [paths].flat().map((path) => ({ path }));
  const once = (paths) => ({ requests: get(paths), once: true });
  const { thread, longThread, cases, pairs, open, people } = world;
  const words = vocabulary('en').filter((word) => word.length > 3);
  return {
    'thread, the same again': { requests: get(`/api/v1/threads/${thread}`) },
    'threads, each once': once(open.map((id) => `/api/v1/threads/${id}`)),
    'deep pages of a thread': once(
      Array.from(
        { length: LONG_THREAD / 2 },
        (_, at) => `/api/v1/threads/${longThread}/posts?cursor=${LONG_THREAD / 2 + at - 20}`,
      ),
    ),
    'latest threads, again': { requests: get('/api/v1/threads?limit=20') },
    search: once(words.map((word) => `/api/v1/search?q=${word}`)),
    'comparable cases': once(cases.map((id) => `/api/v1/cases/${id}/comparable`)),
    'shortest path': once(pairs.map(({ from, to }) => `/api/v1/graph/path?from=${from}&to=${to}`)),
    reply: {
      requests: open.slice(0, 500).map((id, at) => ({
        method: 'POST',
        path: `/api/v1/threads/${id}/posts`,
        headers: { cookie: people[at % 20].cookie, 'x-csrf-token': people[at % 20].csrf },
        body: { body: `Reply number ${at}, about gates, silt and who pays for them.` },
      })),
    },
  };
}

/**
 * Measures each operation at each size.
 * @returns {Promise<{ sizes: object[], exponents: Record<string, number | null> }>}
 */
export async function measureGrowth(options, say) {
  const sizes = [];
  for (const posts of options.growth) {
    const { dataDir, world, remove } = await seededFolder(sizeFor(posts), { keep: options.data });
    const server = await startServer(dataDir, { settings: options.settings });
    try {
      const memory = memoryOf(server.pid);
      const entry = {
        ...world.size,
        seconds: server.startedIn / 1000,
        rssMiB: memory?.rssMiB,
        operations: {},
      };
      for (const [name, { requests, once = false }] of Object.entries(operationsOf(world))) {
        const job = {
          url: server.url,
          pids: [server.pid],
          requests,
          once,
          connections: 1,
          ownClient: true,
          ...options.load,
        };
        const { usage, p50, p99, perSecond, requests: count } = await drive(job);
        const cpuMs = usage ? usage.serverMs / count : null;
        entry.operations[name] = { p50, p99, perSecond, cpuMs, others: usage?.others, fit: usage?.fit };
        say(
          `${world.size.posts} posts  ${name.padEnd(24)} p50 ${round(p50)} ms · ${round(cpuMs)} ms CPU · others ${usage?.others} %`,
        );
      }
      sizes.push(entry);
    } finally {
      await server.stop();
      remove();
    }
  }
  const exponents = exponentsOf(sizes);
  for (const [name, exponent] of Object.entries(exponents))
    say(`${name.padEnd(24)} grows with size^${exponent ?? '?'}`);
  return { sizes, exponents };
}

/** Of the CPU that an operation takes, which tells more than its time where others use the machine too. */
function exponentsOf(sizes) {
  const names = Object.keys(sizes[0].operations);
  const costs = names.map((name) => [name, (entry) => entry.operations[name].cpuMs]);
  costs.push(['start', (entry) => entry.seconds], ['memory', (entry) => entry.rssMiB]);
  return Object.fromEntries(
    costs.map(([name, costOf]) => {
      const exponent = growthExponent(sizes.map((entry) => ({ size: entry.posts, cost: costOf(entry) })));
      return [name, exponent === null ? null : Number(exponent.toFixed(2))];
    }),
  );
}

/** Draws the curves. @returns the files written */
export function drawGrowth({ sizes, exponents }, folder) {
  mkdirSync(folder, { recursive: true });
  const curveOf = (name, costOf) => ({
    name: `${name} (n^${exponents[name] ?? '?'})`,
    points: sizes.map((entry) => ({ x: entry.posts, y: costOf(entry) })),
  });
  const operations = Object.keys(sizes[0].operations);
  const charts = {
    'growth-latency.svg': {
      title: 'Time of one operation as the data grows',
      yLabel: 'median, ms',
      curves: operations.map((name) => ({
        name,
        points: sizes.map((entry) => ({ x: entry.posts, y: entry.operations[name].p50 })),
      })),
    },
    'growth-cpu.svg': {
      title: 'CPU of one operation as the data grows',
      yLabel: 'server CPU, ms',
      curves: operations.map((name) => curveOf(name, (entry) => entry.operations[name].cpuMs)),
    },
    'growth-start.svg': {
      title: 'Start and memory as the data grows',
      yLabel: 'seconds, MiB',
      curves: [curveOf('start', (entry) => entry.seconds), curveOf('memory', (entry) => entry.rssMiB)],
    },
  };
  return Object.entries(charts).map(([name, chart]) => {
    const file = join(folder, name);
    writeFileSync(file, logLogChart({ xLabel: 'posts', ...chart }));
    return file;
  });
}
