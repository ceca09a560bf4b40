import { z } from 'zod';

/** RFC 5321 allows 254 characters in a path. */
const LONGEST_EMAIL = 254;

/** An e-mail address as typed. ASCII only, so that no look-alike letters and no list of addresses get through. */
export const emailField = z.string().trim().max(LONGEST_EMAIL).pipe(z.email());

/** What two spellings of one address have in common; at most one person has it. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
