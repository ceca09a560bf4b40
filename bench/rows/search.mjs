import { searchQuestions } from '../corpus/search-questions.mjs';
import { drive } from '../load/drive.mjs';
import { startMeter } from '../load/meter.mjs';
import { summarise } from '../statistics.mjs';

const KINDS = ['single', 'two-word', 'typo', 'prefix', 'filtered'];
const FIRST = 10;
const PACE_MS = 20;
const SEARCHERS = 4;

const questions = new Map();
const questionsOf = ({ seed, documents }) => {
  const name = `${seed} ${documents}`;
  if (!questions.has(name)) questions.set(name, searchQuestions({ seed, documents }));
  return questions.get(name);
};

/** Search in documents of seven languages, always with facets: how fast, and whether it finds. */
export const searchRows = [
  ...KINDS.map((kind) => ({
    name: `search-${kind}`,
    world: 'search',
    async *run({ forum, world, options }) {
      const requests = questionsOf(world.size).timed[kind].map((query) => ({
        path: `/api/v1/search?${query}`,
      }));
      const job = { url: forum.url, pids: forum.pids, requests, connections: 1, once: true, ...options.load };
      yield { row: `search-${kind}`, at: 1, figures: await drive(job), size: world.size };
    },
  })),
  findingRow('search-found-typo', 'typos'),
  findingRow('search-found-known', 'known'),
  {
    name: 'beside-search',
    world: 'search',
    async *run({ forum, world, options }) {
      const { timed } = questionsOf(world.size);
      const calm = { url: forum.url, pids: forum.pids, connections: 2, paceMs: PACE_MS, ...options.load };
      const reads = { ...calm, requests: [forum.read('thread-json', { thread: world.thread })] };
      const searches = KINDS.flatMap((kind) => timed[kind]).map((query) => ({
        path: `/api/v1/search?${query}`,
      }));
      const alone = await drive(reads);
      const hammer = {
        ...calm,
        requests: searches,
        connections: SEARCHERS,
        paceMs: 0,
        seconds: calm.seconds + 1,
      };
      const [beside] = await Promise.all([drive(reads), drive({ ...hammer, ownClient: true })]);
      const ratio = beside.p99 / alone.p99;
      // Two loads run at once, each of which would count the other as a stranger.
      const usage = { ...beside.usage, fit: alone.usage?.fit ?? true, others: alone.usage?.others ?? null };
      yield {
        row: 'beside-search',
        at: SEARCHERS,
        figures: { ...beside, aloneP99: alone.p99, ratio, usage },
      };
    },
  },
];

function findingRow(name, kind) {
  return {
    name,
    world: 'search',
    async *run({ forum, world }) {
      const asked = questionsOf(world.size)[kind];
      const connection = forum.connection({ keepBody: true });
      const meter = startMeter(forum.pids);
      const times = [];
      const lost = [];
      for (const { q, key } of asked) {
        const started = performance.now();
        const { text } = await connection.ask({
          path: `/api/v1/search?limit=${FIRST}&q=${encodeURIComponent(q)}`,
        });
        times.push(performance.now() - started);
        const { hits } = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4));
        if (!hits.some((hit) => hit.key === key)) lost.push({ q, key });
      }
      connection.close();
      const found = asked.length - lost.length;
      const figures = {
        found,
        of: asked.length,
        ...summarise(times),
        lost: lost.slice(0, 10),
        usage: meter(),
      };
      yield { row: name, figures, size: world.size };
    },
  };
}
