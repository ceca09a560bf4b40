import { between, numbers, pick, zipfPlace } from './random.mjs';
import { LANGUAGES, vocabulary } from './vocabulary.mjs';

/** Words of each language; with seven languages, as many as a real collection of this size has. */
export const WORDS = 20_000;
const SHARES = { en: 0.35, es: 0.15, fr: 0.15, pt: 0.1, ru: 0.1, ar: 0.08, zh: 0.07 };
const COUNTRIES = 'PER KEN IND BRA COL VNM NPL MEX GHA SEN BOL ECU THA IDN MAR EGY ETH RWA CUB URY'.split(
  ' ',
);
const THEMES = 'irrigation water health education energy forests fisheries transport housing finance'.split(
  ' ',
);

/**
 * Documents as rooms put them into the index, in seven languages; the same for the same seed.
 * @returns {Iterable<{ key: string, title: string, text: string, lang: string }>}
 */
export function* searchCorpus({ seed, documents }) {
  const next = numbers(seed + 101);
  for (let number = 0; number < documents; number++) yield document(next, number);
}

function document(next, number) {
  const lang = languageOf(next());
  const list = vocabulary(lang, WORDS);
  const gap = lang === 'zh' ? '' : ' ';
  const words = (count) => Array.from({ length: count }, () => list[zipfPlace(next, list.length)]).join(gap);
  // One word of the title is from the long tail, as the names of places and projects are.
  const rare = list[between(next, 300, list.length - 1)];
  const place = between(next, 0, 1);
  const title = (place === 0 ? [rare, words(4)] : [words(3), rare, words(2)]).join(gap);
  const year = between(next, 1995, 2025);
  const id = String(number).padStart(7, '0');
  return {
    key: `thread:${id}`,
    type: pick(next, ['case', 'thread', 'post', 'post']),
    title,
    text: words(between(next, 20, 120)),
    lang,
    url: `/threads/${id}`,
    audience: ['public'],
    facets: {
      country: [COUNTRIES[zipfPlace(next, COUNTRIES.length)]],
      theme: [THEMES[zipfPlace(next, THEMES.length)]],
      sdg: [String(between(next, 1, 17))],
      year: [String(year)],
      lang: [lang],
    },
    at: `${year}-0${between(next, 1, 9)}-1${between(next, 0, 9)}T00:00:00.000Z`,
  };
}

function languageOf(chance) {
  let sum = 0;
  for (const lang of LANGUAGES) {
    sum += SHARES[lang];
    if (chance < sum) return lang;
  }
  return 'en';
}

/** One letter left out, put in, replaced, or two of them changed over; never the first, which people get right. */
export function withTypo(next, word) {
  const letters = [...word];
  const at = between(next, 1, letters.length - 2);
  const other = letters[(at + 2) % letters.length];
  const kind = between(next, 0, 3);
  if (kind === 0) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, other);
  else if (kind === 2) letters[at] = other;
  else [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
  const typed = letters.join('');
  return typed === word ? withTypo(next, word) : typed;
}
