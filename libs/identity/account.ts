import { z } from 'zod';
import { personUrl } from './contracts.js';
import type { AccountRow, PublicPersonRow } from './identity.cypher.js';

const countrySchema = z.strictObject({ key: z.string(), title: z.string(), url: z.string() });

/** What everyone may see of a person. Never an e-mail address. */
export const publicPersonSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  bio: z.string(),
  organisation: z.string(),
  roles: z.array(z.string()),
  country: countrySchema.nullable(),
  createdAt: z.string(),
});

/** What the person sees of themself, and an administrator of everyone. */
export const accountSchema = publicPersonSchema.extend({
  email: z.string(),
  isVerified: z.boolean(),
  locale: z.string(),
});

export type PublicPerson = z.infer<typeof publicPersonSchema>;
export type Account = z.infer<typeof accountSchema>;

/** The answer to registering and signing in. */
export const signedInSchema = z.strictObject({ person: accountSchema, csrfToken: z.string() });

export function toPublicPerson(row: PublicPersonRow): PublicPerson {
  const { id, name, bio, organisation, roles, createdAt, countryKey, countryTitle, countryUrl } = row;
  const country =
    countryKey === null ? null : { key: countryKey, title: countryTitle ?? '', url: countryUrl ?? '' };
  return { id, name, url: personUrl(id), bio, organisation, roles, country, createdAt };
}

export function toAccount(row: AccountRow): Account {
  const { email, verifiedAt, locale } = row;
  return { ...toPublicPerson(row), email, isVerified: verifiedAt !== null, locale };
}
