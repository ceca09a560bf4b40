import { z } from 'zod';
import { personUrl } from './contracts.js';
import type { AccountRow, PublicPersonRow } from './identity.cypher.js';

const entitySchema = z.strictObject({ key: z.string(), title: z.string(), url: z.string() });

/** What everyone may see of a person. Never an e-mail address. */
export const publicPersonSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  bio: z.string(),
  organisation: z.string().describe('In words of their own'),
  organisationType: z
    .string()
    .nullable()
    .describe('Kind of organisation: that of worksFor where the atlas knows it, else what the person says'),
  worksFor: entitySchema.nullable().describe('The organisation of the atlas that they work for'),
  roles: z.array(z.string()),
  country: entitySchema.nullable(),
  createdAt: z.string(),
});

/** What the person sees of themself, and an administrator of everyone. */
export const accountSchema = publicPersonSchema.extend({
  email: z.string(),
  isVerified: z.boolean(),
  isDisabled: z.boolean().describe('Nobody can sign in to it until an administrator enables it'),
  locale: z.string(),
  version: z.number().int().describe('One more with each change of the profile'),
});

export type PublicPerson = z.infer<typeof publicPersonSchema>;
export type Account = z.infer<typeof accountSchema>;

/** The answer to registering and signing in. */
export const signedInSchema = z.strictObject({ person: accountSchema, csrfToken: z.string() });

export function toPublicPerson(row: PublicPersonRow): PublicPerson {
  const { id, name, bio, organisation, roles, createdAt, countryKey, countryTitle, countryUrl } = row;
  const employer = row.employers.find(({ hidden }) => !hidden);
  const worksFor = employer ? { key: employer.key, title: employer.title, url: employer.url } : null;
  const organisationType = employer?.actorType ?? row.organisationType;
  const country =
    countryKey === null ? null : { key: countryKey, title: countryTitle ?? '', url: countryUrl ?? '' };
  return {
    ...{ id, name, url: personUrl(id), bio, organisation, organisationType, worksFor },
    ...{ roles, country, createdAt },
  };
}

export function toAccount(row: AccountRow): Account {
  const { email, verifiedAt, disabledAt, locale, version } = row;
  const state = { isVerified: verifiedAt !== null, isDisabled: disabledAt !== null };
  return { ...toPublicPerson(row), email, ...state, locale, version };
}
