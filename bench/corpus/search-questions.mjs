import { numbers, pick } from './random.mjs';
import { searchCorpus, withTypo } from './search-corpus.mjs';
import { vocabulary } from './vocabulary.mjs';

const TYPO_QUERIES = 200;
const KNOWN_ITEMS = 300;
const EACH_KIND = 200;
/** Shorter words leave no room for an error that anyone could undo. */
const LONG_ENOUGH = 6;
/** A word may stand in so few titles that the right document can be among the first ten. */
const MOST_HOLDERS = 5;

/**
 * Questions about the documents of {@link searchCorpus}: how fast they are answered, and whether they find what they
 * are meant to.
 * @returns {{ timed: Record<string, string[]>, typos: Known[], known: Known[] }} `timed` are query strings by kind
 * @typedef {{ q: string, key: string }} Known
 */
export function searchQuestions({ seed, documents }) {
  const next = numbers(seed + 211);
  const titles = [...searchCorpus({ seed, documents })].map(({ key, title, lang }) => ({ key, title, lang }));
  const holders = countHolders(titles);
  const written = new Set(holders.keys());
  const items = titles.filter(({ lang }) => lang !== 'zh');
  const typos = [];
  const known = [];
  while (typos.length < TYPO_QUERIES) {
    const { key, title } = pick(next, items);
    const word = rarestOf(title, holders);
    const typed = word && withTypo(next, word);
    if (typed && holders.get(word) <= MOST_HOLDERS && !written.has(typed)) typos.push({ q: typed, key });
  }
  while (known.length < KNOWN_ITEMS) {
    const { key, title } = pick(next, items);
    const word = rarestOf(title, holders);
    const other = title.split(' ').find((candidate) => candidate !== word && candidate.length > 3);
    const typed = word && withTypo(next, word);
    if (typed && other && holders.get(word) <= MOST_HOLDERS * 10) known.push({ q: `${other} ${typed}`, key });
  }
  return { timed: timedQueries(next, typos), typos, known };
}

function timedQueries(next, typos) {
  const words = vocabulary('en', 20_000).filter((word) => word.length > 3);
  const ranks = Array.from({ length: EACH_KIND }, () => Math.floor(5 * (words.length / 5) ** next()));
  const word = (at) => words[ranks[at % ranks.length]];
  const queries = (make) => Array.from({ length: EACH_KIND }, (_, at) => make(at));
  const asked = (q, filters = '') => `q=${encodeURIComponent(q)}${filters}`;
  return {
    single: queries((at) => asked(word(at))),
    'two-word': queries((at) => asked(`${word(at)} ${word(at + 7)}`)),
    typo: typos.map(({ q }) => asked(q)),
    prefix: queries((at) => asked(word(at).slice(0, 3 + (at % 3)))),
    filtered: queries((at) => asked(word(at), `&country=PER,KEN&year=${2000 + (at % 20)}`)),
  };
}

/** In how many titles a word stands. */
function countHolders(titles) {
  const holders = new Map();
  for (const { title } of titles) {
    for (const word of new Set(title.split(' '))) holders.set(word, (holders.get(word) ?? 0) + 1);
  }
  return holders;
}

function rarestOf(title, holders) {
  const words = title.split(' ').filter((word) => [...word].length >= LONG_ENOUGH);
  return words.sort((a, b) => holders.get(a) - holders.get(b))[0];
}
