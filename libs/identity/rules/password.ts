import { readFileSync } from 'node:fs';

/** NIST SP 800-63B, 5.1.1.2: a least length, no rules of composition, and a list of what is refused. */
export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;

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
 * @param person what must not serve as a password, since it is known to everyone
 */
export function passwordRefusal(
  password: string,
  person: { name: string; email: string },
): PasswordRefusal | null {
  const normal = normalizePassword(password);
  const length = [...normal].length;
  if (length < SHORTEST_PASSWORD) return 'field/too-short';
  if (length > LONGEST_PASSWORD) return 'field/too-long';
  const folded = normal.toLowerCase();
  if (COMMON.has(folded) || isOneThingRepeated(folded)) return 'identity/password-common';
  const letters = lettersOf(folded);
  const [localPart = ''] = person.email.split('@');
  const personal = [person.name, person.email, localPart].map((text) =>
    lettersOf(text.normalize('NFKC').toLowerCase()),
  );
  return letters !== '' && personal.includes(letters) ? 'identity/password-personal' : null;
}

function isOneThingRepeated(text: string): boolean {
  return /^(.{1,3}?)\1+.{0,2}$/su.test(text);
}

/** Without the spaces and signs that people add between words. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
