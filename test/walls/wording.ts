import type { Locale } from '../../libs/platform/i18n/locales.js';
import { VALUE } from './catalogue-texts.js';

/** One thing that Minga speaks of, and the one word for it in each language: `locales/glossary.json`. */
export interface Concept {
  meaning: string;
  /** Forms of the word; `*` stands for any ending. None where the concept only forbids words. */
  term: Record<Locale, string[]>;
  /** Words that were or might be used for it, and are not. */
  not?: Partial<Record<Locale, string[]>>;
  /** Texts in which such a word means something else, or the term is said in another way, each with the reason. */
  otherwise?: Partial<Record<Locale, Record<string, string>>>;
}

export type Glossary = Record<string, Concept>;

/** Finds any of the words: whole ones, or anywhere where words are not parted by spaces or take prefixes. */
export function wordsOf(locale: Locale, words: string[]): RegExp {
  const parts = words.map((word) => word.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '\\p{L}*'));
  const any = `(?:${parts.join('|')})`;
  return locale === 'zh' || locale === 'ar'
    ? new RegExp(any, 'u')
    : new RegExp(`(?<![\\p{L}\\p{M}])${any}(?![\\p{L}])`, 'iu');
}

/** What programs read: kept as it is in every language. */
const CODE = /authorization: Bearer TOKEN/g;

const QUOTES: Record<Locale, string> = {
  en: '“”',
  fr: '«»',
  es: '«»',
  pt: '“”',
  ru: '«»',
  zh: '“”',
  ar: '«»',
};

const NO_BREAK = '\u00a0';

/** What must not be found in any language. */
const EVERYWHERE: [RegExp, string][] = [
  [/ {2}/, 'two spaces'],
  [/ \n|\n /, 'a space at the end or the beginning of a line'],
  [/\.\.\./, 'three dots instead of …'],
  [/['"`]/, 'a straight quotation mark or apostrophe'],
  [/\u202f/, 'a narrow no-break space: Minga uses U+00A0'],
];

const SPACE_BEFORE_MARK: [RegExp, string] = [
  new RegExp(`[ ${NO_BREAK}][,;:?!](?!\\p{L})|[ ${NO_BREAK}]\\.(?![\\p{L}.])`, 'u'),
  'a space before a punctuation mark',
];

/** What must not be found in a language. */
const IN: Record<Locale, [RegExp, string][]> = {
  en: [SPACE_BEFORE_MARK, [/[ \u00a0]%/, 'a space before %']],
  fr: [
    [/(?<!\u00a0)[;?!»%]/, 'no no-break space before ; ? ! » or %'],
    [/(?<!\u00a0):(?=\s|$)/, 'no no-break space before :'],
    [/«(?!\u00a0)/, 'no no-break space after «'],
  ],
  es: [SPACE_BEFORE_MARK, [/(?<!\u00a0)%/, 'no no-break space before %']],
  pt: [SPACE_BEFORE_MARK, [/[ \u00a0]%/, 'a space before %']],
  ru: [
    SPACE_BEFORE_MARK,
    [/(?<!\u00a0)%/, 'no no-break space before %'],
    [/(?<!^|\n|\u00a0)—/, 'no no-break space before —'],
  ],
  zh: [
    [/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u, 'a half-width punctuation mark'],
    [
      /[ \u00a0][，。；：？！、）”]|[，。；：？！、（“][ \u00a0]/,
      'a space beside a full-width punctuation mark',
    ],
    [new RegExp(`${VALUE}[,;:?!]|[,;:?!(]${VALUE}`, 'u'), 'a half-width punctuation mark beside a value'],
    [/(?<!…)…(?!…)/, 'one … instead of two'],
  ],
  ar: [
    [/[\p{Script=Arabic}\u{1f511}»)]\s*[,;?]/u, 'a mark of another script: use ، ؛ ؟'],
    [/%/, '% instead of ٪'],
    [/[ \u00a0][،؛؟]/, 'a space before a punctuation mark'],
  ],
};

/**
 * What is wrong with how a text is set, in words; empty when all is well.
 * @param wording as people read it, with {@link VALUE} where values are filled in
 */
export function faultsOfSetting(locale: Locale, wording: string): string[] {
  const text = wording.replace(CODE, '');
  const faults = [...EVERYWHERE, ...IN[locale]].filter(([wrong]) => wrong.test(text)).map(([, why]) => why);
  const strange = [...'“”„«»‹›「」『』'].filter(
    (mark) => !QUOTES[locale].includes(mark) && text.includes(mark),
  );
  if (strange.length > 0) faults.push(`${strange.join(' ')} instead of ${QUOTES[locale]}`);
  if (locale === 'es' && (count(text, '¿') !== count(text, '?') || count(text, '¡') !== count(text, '!')))
    faults.push('¿? or ¡! without its other half');
  return faults;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
