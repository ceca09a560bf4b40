import { LOCALES, type Locale } from './locales.js';

/** Which of our languages are written in a script. */
const WRITTEN_IN: [RegExp, Locale[]][] = [
  [/\p{Script=Latin}/gu, ['en', 'fr', 'es', 'pt']],
  [/\p{Script=Arabic}/gu, ['ar']],
  [/\p{Script=Han}/gu, ['zh']],
  [/\p{Script=Cyrillic}/gu, ['ru']],
];

/** Letters that our languages of the script do not have: then it is another language. */
const OF_OTHERS = /[\p{Script=Hiragana}\p{Script=Katakana}іїєґўңөүқғұһәњљћђџјٹڈڑںےپچگکی]/giu;

/** Short words that hardly a sentence does without, and that the others do not have. */
const SMALL_WORDS: Partial<Record<Locale, string>> = {
  en: 'the and of to is are was were it that this with for have has not from we you they what how did do',
  fr: 'le les des et est sont une du dans pour que qui nous vous ils avec sur pas mais au aux ce cette où',
  es: 'el los las y es son una del en para que nosotros con por pero al lo se está este esta como qué su',
  pt: 'o os as e é são uma um do da dos das em no na para que nós com por mas ao não está este esta como seu sua',
};

const SMALL = new Map(
  Object.entries(SMALL_WORDS).map(([locale, words]) => [locale as Locale, new Set(words.split(' '))]),
);

/**
 * The language in which somebody writes, so that it can be read aloud: by its script, and among languages of one
 * script by their small words. Where too few are there to tell, the language of the page, if it has that script.
 * @returns null where it is none of ours, or cannot be told
 */
export function languageOfText(text: string, page: string | null): Locale | null {
  const own = (LOCALES as readonly string[]).includes(page ?? '') ? (page as Locale) : null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const [locales] = WRITTEN_IN.map(([script, told]) => [told, text.match(script)?.length ?? 0] as const)
    .filter(([, count]) => count > letters / 2)
    .map(([told]) => told);
  if (!locales || (text.match(OF_OTHERS)?.length ?? 0) > letters / 50) return null;
  if (locales.length === 1) return locales[0] ?? null;
  return bySmallWords(text) ?? (own && locales.includes(own) ? own : null);
}

/** The one language whose small words are clearly the most. */
function bySmallWords(text: string): Locale | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = [...SMALL].map(
    ([locale, small]) => [locale, words.filter((word) => small.has(word)).length] as const,
  );
  const [first, second] = counts.sort(([, one], [, other]) => other - one);
  if (!first || first[1] < 2 || first[1] < words.length / 20) return null;
  return first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
