/**
 * Measures a Minga of its own: `npm run bench` (some minutes) or `npm run bench -- --quick`. Load comes from this
 * process, over loopback, each connection waiting for its answer. Figures are percentiles as the client sees them;
 * ratios compare rows of one run, so that they hold on any machine.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { isBuilt } from '../tools/build/stamp.mjs';
import { startServer } from '../tools/tour/start-server.mjs';
import { measure } from './measure.mjs';
import { seed } from './seed.mjs';

const quick = process.argv.includes('--quick');
const size = quick ? { threads: 100, posts: 20 } : { threads: 1000, posts: 20 };
const seconds = quick ? 2 : 8;

if (!isBuilt()) await import('../tools/build.mjs');
const server = await startServer();
try {
  const world = await seed(server.url, size);
  const rows = [];
  for (const { name, concurrencies, request } of workOf(world)) {
    for (const concurrency of concurrencies) {
      const row = await measure({ url: server.url, request, concurrency, seconds });
      rows.push({ name, concurrency, ...row });
      console.log(lineOf(rows.at(-1)));
    }
  }
  const result = { at: new Date().toISOString(), cores: cpus().length, node: process.version, size, rows };
  const file = process.argv.find((argument) => argument.endsWith('.json'));
  if (file) writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(
    `\n${size.threads} threads of ${size.posts} posts, ${cpus().length} cores shared with the load`,
  );
  for (const ratio of ratiosOf(rows)) console.log(ratio);
} finally {
  await server.stop();
}

function workOf({ thread, hot, casePath, cookie, csrf, terms }) {
  const get = (path) => () => ({ path, method: 'GET' });
  const reply = (index) => ({
    path: `/api/v1/threads/${hot[index % hot.length]}/posts`,
    method: 'POST',
    headers: { cookie, 'x-csrf-token': csrf },
    body: { body: `A reply, number ${index}, about gates, silt and who pays for them.` },
  });
  return [
    { name: 'thread as JSON', concurrencies: [1, 10, 50], request: get(`/api/v1/threads/${thread}`) },
    { name: 'thread as a page', concurrencies: [1, 10, 50], request: get(`/threads/${thread}`) },
    { name: 'latest threads as JSON', concurrencies: [10], request: get('/api/v1/threads') },
    { name: 'case as a page', concurrencies: [10], request: get(casePath) },
    { name: 'comparable cases', concurrencies: [1], request: get(`/api/v1${casePath}/comparable`) },
    {
      name: 'path between two things',
      concurrencies: [1],
      request: get('/api/v1/graph/path?from=country:PER&to=theme:irrigation'),
    },
    {
      name: 'search with facets',
      concurrencies: [1, 10],
      request: (index) => ({ path: `/api/v1/search?q=${terms[index % terms.length]}`, method: 'GET' }),
    },
    { name: 'reply, on disk', concurrencies: [1, 10], request: reply },
  ];
}

function lineOf({ name, concurrency, perSecond, p50, p95, p99, failed }) {
  const figures = `${perSecond.toFixed(0)}/s  p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  p99 ${p99.toFixed(1)} ms`;
  return `${name.padEnd(26)} ×${String(concurrency).padEnd(3)} ${figures}${failed ? `  ${failed} FAILED` : ''}`;
}

function ratiosOf(rows) {
  const rate = (name, concurrency) =>
    rows.find((row) => row.name === name && row.concurrency === concurrency).perSecond;
  return [
    `page : JSON of one thread at 10        ${(rate('thread as a page', 10) / rate('thread as JSON', 10)).toFixed(2)}`,
    `10 connections : 1, thread as JSON     ${(rate('thread as JSON', 10) / rate('thread as JSON', 1)).toFixed(2)}`,
    `10 writers : 1                         ${(rate('reply, on disk', 10) / rate('reply, on disk', 1)).toFixed(2)}`,
  ];
}
