/**
 * Fills a data folder: `node bench/seed/fill-folder.mjs FOLDER '{"threads":2000,"posts":10,"people":250}'`. Runs in a
 * process of its own, so that what it leaves in memory is not measured. Writes `world.json` beside the data: what is
 * there, and sessions of the people who are signed in.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchTerms } from '../corpus/forum-plan.mjs';
import { numbers, pick } from '../corpus/random.mjs';
import { BulkWriter } from './bulk-writer.mjs';
import { seedCases } from './cases.mjs';
import { built, openCommunity } from './open-community.mjs';
import { seedPeople } from './people.mjs';
import { progressBar } from './progress.mjs';
import { seedSearchDocuments } from './search-documents.mjs';
import { seedThreads } from './threads.mjs';

const PAIRS = 3000;
const SAMPLED_CASES = 2000;

const [folder, given] = process.argv.slice(2);
const size = {
  seed: 1,
  threads: 2000,
  posts: 10,
  long: 0,
  people: 250,
  cases: 0,
  actors: 0,
  documents: 0,
  ...JSON.parse(given ?? '{}'),
};
/** The engines to fill, besides the folder: what stands in the environment of whoever starts this. */
const ENGINES = ['GRAPH_URL', 'GRAPH_USER', 'GRAPH_PASSWORD', 'MEILI_URL', 'MEILI_KEY', 'MEILI_INDEX'];
const settings = Object.fromEntries(ENGINES.map((name) => [name, process.env[name] ?? '']));
const started = performance.now();
const community = await openCommunity(folder, settings);
const bulk = await BulkWriter.on(community);
const people = await seedPeople(community, bulk, size);
const forum = await seedThreads(community, bulk, { ...size, people });
const { cases, actors } = await seedCases(community, bulk, size);
const nodes = await countNodes(community);
const seededIn = (performance.now() - started) / 1000;
if (size.documents > 0) await seedSearchDocuments(community, size);
else await buildIndex(community);
await community.close();

const next = numbers(size.seed + 31);
const keys = [
  ...cases.map((id) => `case:${id}`),
  ...actors,
  ...people.slice(0, 250).map(({ id }) => `person:${id}`),
  ...forum.open.map((id) => `thread:${id}`),
];
const world = {
  size: { ...size, threads: forum.threads, posts: forum.posts, nodes },
  seededIn,
  thread: forum.thread,
  longThread: forum.longThread,
  open: forum.open.slice(0, 2000),
  people: people.filter(({ cookie }) => cookie),
  cases: [...new Set(Array.from({ length: Math.min(SAMPLED_CASES, cases.length) }, () => pick(next, cases)))],
  pairs: Array.from({ length: PAIRS }, () => ({ from: pick(next, keys), to: pick(next, keys) })),
  terms: searchTerms(),
};
writeFileSync(join(folder, 'world.json'), JSON.stringify(world));
console.error(
  `${nodes} nodes in ${seededIn.toFixed(1)} s, ready after ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
process.exit(0);

async function buildIndex(seeded) {
  const { Indexer } = await built('libs/platform/search/indexer.js');
  const { SearchIndex } = await built('libs/platform/search/search-index.js');
  const bar = progressBar('search index', forum.posts + cases.length + actors.length + people.length);
  await seeded.get(Indexer).rebuild((done) => bar.to(done));
  await seeded.get(SearchIndex).settled();
  bar.end();
}

async function countNodes(seeded) {
  const { Graph, readQuery } = await built('libs/platform/graph/graph.js');
  const [row] = await seeded
    .get(Graph)
    .read(readQuery('bench/count-nodes', 'MATCH (n) RETURN count(n) AS nodes'), {});
  return Number(row.nodes);
}
