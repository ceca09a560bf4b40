/** What a character does to the word it stands in. */
export const LETTER_CLASS = {
  separator: 1,
  letter: 2,
  /** Scripts written without spaces: Han and Kana. */
  unspaced: 3,
  /** Disappears without ending the word: soft hyphen, joiners, tatweel, vowel marks. */
  ignored: 4,
} as const;

export type LetterClass = (typeof LETTER_CLASS)[keyof typeof LETTER_CLASS];

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u;
const NOT_LETTERS = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * Accents of European scripts, Hebrew points and Arabic vowel marks. Marks of other scripts (the vowels of
 * Devanagari, say) make the word and stay.
 */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+/gu;

const IGNORED = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;

/** Letters that no Unicode decomposition brings to their plain form. */
const SAME_LETTER: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  // Arabic: alef wasla, alef maqsura, ta marbuta; the Persian and Urdu forms of kaf, ya and he.
  '\u0671': '\u0627',
  '\u0649': '\u064a',
  '\u0629': '\u0647',
  '\u06a9': '\u0643',
  '\u06cc': '\u064a',
  '\u06c1': '\u0647',
};

/** Letters whose mark makes another letter, so that it must stay. */
const WHOLE_LETTERS = new Set(['й', 'Й', 'ї', 'Ї', 'ў', 'Ў']);

const classes = new Uint8Array(0x10000);
const folds = new Map<number, string>();

/** The class of a code point. */
export function letterClass(code: number): LetterClass {
  if (code > 0xffff) return classify(code);
  const known = classes[code];
  if (known) return known as LetterClass;
  const found = classify(code);
  classes[code] = found;
  return found;
}

/** The letters under which a character is indexed: without accents, case and variant forms. */
export function foldLetter(code: number): string {
  const known = folds.get(code);
  if (known !== undefined) return known;
  const folded = fold(String.fromCodePoint(code));
  folds.set(code, folded);
  return folded;
}

function classify(code: number): LetterClass {
  if (code >= 0xd800 && code <= 0xdfff) return LETTER_CLASS.separator;
  const letter = String.fromCodePoint(code);
  if (IGNORED.test(letter)) return LETTER_CLASS.ignored;
  if (!LETTER.test(letter)) return LETTER_CLASS.separator;
  if (UNSPACED.test(letter) && !/\p{M}/u.test(letter)) return LETTER_CLASS.unspaced;
  return foldLetter(code) === '' ? LETTER_CLASS.ignored : LETTER_CLASS.letter;
}

function fold(letter: string): string {
  if (WHOLE_LETTERS.has(letter)) return letter.toLowerCase();
  const digit = arabicDigit(letter.codePointAt(0)!);
  if (digit !== undefined) return digit;
  const plain = letter
    .toLowerCase()
    .normalize('NFKD')
    .replace(OPTIONAL_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(NOT_LETTERS, '');
  let folded = '';
  for (const each of plain) folded += SAME_LETTER[each] ?? each;
  return folded;
}

function arabicDigit(code: number): string | undefined {
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return undefined;
}
