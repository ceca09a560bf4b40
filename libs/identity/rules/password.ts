import { readFileSync } from 'node:fs';

/**
 * After NIST SP 800-63B: a least length, no rules of composition, every character allowed, and a list of what is
 * refused: what many people use, and what everyone knows of the person and of this place.
 */
export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;

/** Names of this place, in the spelling of {@link lettersOf}. */
const NAMES_OF_THIS_PLACE = ['minga'];

/** What must be left of a password once the words that everyone knows are taken out. */
const LEAST_UNKNOWN_LETTERS = 6;
const SHORTEST_KNOWN_WORD = 4;

const COMMON = new Set(
  JSON.parse(readFileSync(new URL('./common-passwords.json', import.meta.url), 'utf8')) as string[],
);

export type PasswordRefusal =
  | 'field/too-short'
  | 'field/too-long'
  | 'identity/password-common'
  | 'identity/password-personal';

/** The form of a password that is hashed: the same keys on another keyboard give the same one. */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Why a new password is refused, or null when it is good.
 * @param person whose name and address must not serve as a password, since others know them
 */
export function passwordRefusal(
  password: string,
  person: { name: string; email: string },
  shortest = SHORTEST_PASSWORD,
): PasswordRefusal | null {
  const normal = normalizePassword(password);
  const length = [...normal].length;
  if (length < shortest) return 'field/too-short';
  if (length > LONGEST_PASSWORD) return 'field/too-long';
  const folded = normal.toLowerCase();
  if (COMMON.has(folded) || isOneThingRepeated(folded)) return 'identity/password-common';
  return isMadeOfKnownWords(lettersOf(folded), person) ? 'identity/password-personal' : null;
}

/** Whether little is left without the name, the address and the name of this place: `minga-rosa-2026`. */
function isMadeOfKnownWords(letters: string, { name, email }: { name: string; email: string }): boolean {
  const words = [...name.split(/\s+/u), name, ...email.split(/[@.+_-]/u), email.split('@')[0] ?? '', email]
    .map((word) => lettersOf(word.normalize('NFKC').toLowerCase()))
    .filter((word) => [...word].length >= SHORTEST_KNOWN_WORD);
  const known = [...words, ...NAMES_OF_THIS_PLACE].sort((a, b) => b.length - a.length);
  const unknown = known.reduce((left, word) => left.replaceAll(word, ''), letters);
  return unknown !== letters && [...unknown].length < LEAST_UNKNOWN_LETTERS;
}

function isOneThingRepeated(text: string): boolean {
  return /^(.{1,3}?)\1+.{0,2}$/su.test(text);
}

/** Without the spaces and signs that people add between words. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
