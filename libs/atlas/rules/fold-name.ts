/** Latin letters that do not come apart under NFKD. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'e',
};

/** Combining accents, Arabic vowel signs and the Arabic stretching stroke. Vowel signs of Indic scripts are letters and stay. */
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;

/**
 * Folds a name so that spellings which differ only in case, accents, punctuation, `&`/`and` or `St`/`Saint` become equal.
 * Words are joined by one space; digits and letters of every script are kept.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(/[ßæœøłđðþıə]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/ٱ/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/(?<=\p{L})[’'`ʼ](?=\p{L})/gu, '')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .normalize('NFC');
}
