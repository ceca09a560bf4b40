import unhomoglyph from 'unhomoglyph';

/** Drawn as nothing, yet letters or signs to programs: fillers of Hangul, the empty pattern of Braille. */
const BLANK = /[\u115f\u1160\u2800\u3164\uffa0]/g;
const IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
const ALL_IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** A word in nothing but capitals. */
const ALL_CAPITALS = /(?<![\p{L}\p{M}])[\p{Lu}\p{M}]{2,}(?![\p{L}\p{M}])/gu;

/** Scripts in which a joiner, or what keeps letters apart, changes what a reader sees. */
const JOINING =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}]/u;
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;

/** Marks that a letter may bear; no language needs as many. */
const MOST_MARKS = 6;

/** Scripts whose letters look alike. No word of one language mixes them. */
const LOOKALIKE_SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
];

/** One name, whichever keyboard it was written with. */
const SAME_LETTERS: Record<string, string> = {
  ...{ ı: 'i', æ: 'ae', œ: 'oe' },
  ...{ ى: 'ي', ی: 'ي', ک: 'ك', ہ: 'ه', ە: 'ه' },
};

/**
 * A name as others see it: what cannot be seen is left out, save where it joins or parts letters, or belongs to a picture
 * or to a form of a Chinese character.
 */
export function cleanName(text: string): string {
  const letters = [...text.replace(BLANK, ' ')];
  const seen = letters.filter((letter, place) => !IGNORED.test(letter) || isOfUse(letters, place)).join('');
  const marks = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');
  return seen
    .replace(marks, '$1')
    .replace(/(^|\s)\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether anyone could call somebody so. */
export function hasLetters(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(name);
}

/** Whether a word is made of letters of several scripts that look alike, such as Latin and Cyrillic. */
export function mixesScripts(name: string): boolean {
  return name
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => LOOKALIKE_SCRIPTS.filter((script) => script.test(word)).length > 1);
}

/**
 * What names that look alike have in common (UTS #39), in whatever case. Marks on letters count: José is not Jose.
 * For comparing only.
 */
export function nameSkeleton(name: string): string {
  const letters = name.replace(ALL_IGNORED, '').normalize('NFKD');
  const seen = unhomoglyph(letters.replace(ALL_CAPITALS, asWritten));
  return seen.normalize('NFD').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether two names are spelled alike: then two people share it, as people do, and nobody imitates the other. */
export function isSameName(one: string, other: string): boolean {
  return spelling(one) === spelling(other);
}

/** Without what depends on taste and keyboard: case, hyphens, apostrophes, joiners. */
function spelling(name: string): string {
  const letters = name
    .replace(ALL_IGNORED, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/i\u0307/g, 'i');
  return letters
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replace(/./gu, (letter) => SAME_LETTERS[letter] ?? letter);
}

/** A capital I looks like l: a name in capitals alone is compared as it would be written otherwise. */
function asWritten(capitals: string): string {
  return capitals.slice(0, 1) + capitals.slice(1).toLowerCase();
}

function isOfUse(letters: readonly string[], place: number): boolean {
  const [letter = '', before = '', after = ''] = [letters[place], letters[place - 1], letters[place + 1]];
  if (letter === '\u200c') return JOINING.test(before) && JOINING.test(after);
  if (letter === '\u200d') {
    return (JOINING.test(before) && JOINING.test(after)) || (PICTURE.test(before) && PICTURE.test(after));
  }
  if (letter === '\ufe0f') return PICTURE.test(before);
  return /[\u{e0100}-\u{e01ef}]/u.test(letter) && /\p{Script=Han}/u.test(before);
}
