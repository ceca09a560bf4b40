import { fold, isUnmistakable } from './one-edit.mjs';
import { between, numbers, pick } from './random.mjs';
import { searchCorpus, WORDS, withTypo } from './search-corpus.mjs';
import { LANGUAGES, vocabulary } from './vocabulary.mjs';

const SPACED = LANGUAGES.filter((lang) => lang !== 'zh');

const TYPO_QUERIES = 200;
const KNOWN_ITEMS = 300;
const EACH_KIND = 5000;
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
  const titles = [];
  for (const { key, title, lang } of searchCorpus({ seed, documents })) titles.push({ key, title, lang });
  const holders = countHolders(titles);
  const items = titles.filter(({ lang }) => lang !== 'zh');
  const typos = typoQueries(next, items, holders);
  const known = knownItems(next, items, holders);
  return { timed: timedQueries(next), typos, known };
}

/** One word alone, so it must be clear which one was meant. */
function typoQueries(next, items, holders) {
  const words = [...new Set(SPACED.flatMap((lang) => vocabulary(lang, WORDS)).map(fold))];
  const queries = [];
  while (queries.length < TYPO_QUERIES) {
    const { key, title } = pick(next, items);
    const word = rarestOf(title, holders);
    if (!word || holders.get(word) > MOST_HOLDERS) continue;
    const typed = withTypo(next, word);
    if (isUnmistakable(typed, word, words)) queries.push({ q: typed, key });
  }
  return queries;
}

/** Two words of a title, one of them with an error; what else that could mean, the other word decides. */
function knownItems(next, items, holders) {
  const queries = [];
  while (queries.length < KNOWN_ITEMS) {
    const { key, title } = pick(next, items);
    const word = rarestOf(title, holders);
    const other = title.split(' ').find((candidate) => candidate !== word && candidate.length > 3);
    if (!word || !other || holders.get(word) > MOST_HOLDERS) continue;
    queries.push({ q: `${other} ${withTypo(next, word)}`, key });
  }
  return queries;
}

/** Each question once, common words as likely as rare ones, in all languages: answers that are kept help nobody. */
function timedQueries(next) {
  const lists = SPACED.map((lang) => vocabulary(lang, WORDS).filter((word) => word.length > 3));
  const word = () => {
    const list = pick(next, lists);
    return list[Math.floor(list.length ** next()) % list.length];
  };
  const asked = (q, filters = '') => `q=${encodeURIComponent(q)}${filters}`;
  const kinds = {
    single: () => asked(word()),
    'two-word': () => asked(`${word()} ${word()}`),
    typo: () => asked(withTypo(next, longWord(word))),
    prefix: () => asked(longWord(word).slice(0, between(next, 3, 5))),
    filtered: () => asked(word(), `&country=PER,KEN&year=${between(next, 1995, 2025)}`),
  };
  return Object.fromEntries(Object.entries(kinds).map(([kind, make]) => [kind, different(make)]));
}

function different(make) {
  const queries = new Set();
  for (let attempt = 0; queries.size < EACH_KIND && attempt < EACH_KIND * 5; attempt++) queries.add(make());
  return [...queries];
}

function longWord(word) {
  for (;;) {
    const candidate = word();
    if (candidate.length >= LONG_ENOUGH) return candidate;
  }
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
