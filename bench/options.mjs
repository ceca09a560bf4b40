import { parseArgs } from 'node:util';

export const HELP = `npm run bench -- [options]

  --quick               everything once, small, within two minutes
  --full                long runs, 100,000 cases, and growth up to a million posts
  --only ROWS           rows by the beginning of their names, joined by commas: thread,search-found
  --list                the names of all rows
  --growth [SIZES]      cost of each operation as the data grows; sizes in posts: 10k,100k,1m
  --profile             a CPU profile of the server under each row, by file and package
  --graph URL           a row on Neo4j at this address (GRAPH_USER, GRAPH_PASSWORD); its data should be empty
  --target URL          measures another forum as well, and then Minga; needs --map
  --map FILE            how things are asked of it: bench/maps/nodebb.json
  --set NAME=VALUE      a value for its map, for example token=…; may be repeated
  --pid PIDS            its processes, the application first, for CPU and memory
  --world FILE          where what was seeded there is kept, so that the next run need not seed it again
  --target-only         leaves Minga out
  --data FOLDER         keeps seeded data there, and measures copies of it
  --seconds N           length of each run
  --wait-quiet N        waits up to N seconds before each row until nothing else uses the machine
  --repeat N            measures a row up to N times until nothing else used the machine
  --json FILE           writes all figures
  --svg FOLDER          where curves of growth go; docs/performance by default
  --build FOLDER        another build of Minga in this repository, to compare with; dist by default
  --settings A=B,C=D    settings for Minga, for example DURABILITY=relaxed
`;

const TEXT = { type: 'string' };
const FLAG = { type: 'boolean', default: false };

/** How long, how large. A quick run is a check of the instruments; its figures are rough. */
const EXTENTS = {
  quick: {
    load: { seconds: 1, warmSeconds: 1 },
    forum: { threads: 300, posts: 10, people: 250 },
    cases: { threads: 50, posts: 10, people: 250, cases: 1000, actors: 250 },
    search: { threads: 20, posts: 10, people: 250, documents: 5000 },
    fanOutPosts: 6,
    starts: 2,
    withinSeconds: 105,
  },
  default: {
    load: { seconds: 8, warmSeconds: 2 },
    forum: { threads: 2000, posts: 10, people: 250 },
    cases: { threads: 1000, posts: 10, people: 5000, cases: 20_000, actors: 10_000 },
    search: { threads: 20, posts: 10, people: 250, documents: 100_000 },
    fanOutPosts: 30,
    starts: 5,
  },
  full: {
    load: { seconds: 15, warmSeconds: 3 },
    forum: { threads: 2000, posts: 10, people: 250 },
    cases: { threads: 5000, posts: 10, people: 5000, cases: 100_000, actors: 20_000 },
    search: { threads: 20, posts: 10, people: 250, documents: 100_000 },
    fanOutPosts: 50,
    starts: 7,
  },
};

/** @param {string[]} given the arguments of the command */
export function readOptions(given) {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      help: FLAG,
      list: FLAG,
      quick: FLAG,
      full: FLAG,
      profile: FLAG,
      growth: FLAG,
      'target-only': FLAG,
      only: TEXT,
      graph: TEXT,
      target: TEXT,
      map: TEXT,
      set: { type: 'string', multiple: true, default: [] },
      pid: TEXT,
      world: TEXT,
      data: TEXT,
      seconds: TEXT,
      'wait-quiet': TEXT,
      repeat: TEXT,
      json: TEXT,
      svg: TEXT,
      settings: TEXT,
      build: TEXT,
    },
  });
  const extent = values.quick ? 'quick' : values.full ? 'full' : 'default';
  const options = { ...EXTENTS[extent], extent };
  // Who asks for one of these has the time.
  if (values.profile || values.growth || values.graph || values.target) options.withinSeconds = undefined;
  if (values.seconds) options.load = { ...options.load, seconds: Number(values.seconds) };
  if (values.target && !values.map)
    throw new Error('--target needs --map: how things are asked of that forum');
  // Sizes follow --growth as words of their own; a file name after the options is where figures go, as ever.
  const sizes = positionals.filter((word) => /^[\d.,km]+$/i.test(word)).flatMap((word) => word.split(','));
  return {
    ...options,
    help: values.help,
    list: values.list,
    profile: values.profile,
    growth: values.growth || values.full ? sizesOf(sizes, extent) : null,
    growthOnly: values.growth,
    only: values.only?.split(',') ?? null,
    graph: values.graph ?? null,
    target: values.target
      ? { url: values.target, map: values.map, values: pairsOf(values.set), pids: numbersOf(values.pid) }
      : null,
    targetOnly: values['target-only'],
    world: values.world ?? null,
    data: values.data ?? null,
    waitQuiet: Number(values['wait-quiet'] ?? 0),
    repeat: Number(values.repeat ?? 1),
    json: values.json ?? positionals.find((word) => word.endsWith('.json')) ?? null,
    build: values.build ?? null,
    svg: values.svg ?? 'docs/performance',
    settings: pairsOf(values.settings?.split(',') ?? []),
  };
}

/** `10k` is 10,000, `1m` a million. */
export function parseSize(text) {
  const [, number, unit = ''] = /^([\d.]+)([km]?)$/i.exec(text) ?? [];
  if (!number) throw new Error(`${text} is no size; say 10k, 100k or 1m`);
  return Number(number) * { '': 1, k: 1000, m: 1e6 }[unit.toLowerCase()];
}

function sizesOf(words, extent) {
  if (words.length > 0) return words.map(parseSize);
  return { quick: [2000, 10_000], default: [10_000, 100_000], full: [10_000, 100_000, 1_000_000] }[extent];
}

function pairsOf(list) {
  return Object.fromEntries(
    list.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

function numbersOf(list) {
  return list ? list.split(',').map(Number) : [];
}
