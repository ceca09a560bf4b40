import { z } from 'zod';
import { actorType } from '../atlas/index.js';
import { LOCALES } from '../platform/i18n/locales.js';
import { line, prose } from '../platform/validation/text.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './rules/password.js';
import { cleanName, hasLetters, mixesScripts } from './rules/person-name.js';

/** Fields that several forms of this room share. */
export const nameField = line(1, 80)
  .transform(cleanName)
  .pipe(
    z
      .string()
      .refine(hasLetters, { params: { code: 'identity/name-without-letters' } })
      .refine((name) => !mixesScripts(name), { params: { code: 'identity/name-mixes-scripts' } }),
  );
export const bioField = prose(0, 2000);
export const organisationField = line(0, 120);
/** What kind of organisation it is: one of the actor types of the atlas. */
export const organisationTypeField = actorType;

/** Key of an organisation of the atlas. */
export const actorKeyField = z.string().regex(/^actor:[a-z0-9]{1,40}$/);
export const localeField = z.enum(LOCALES);

/** ISO 3166-1 alpha-3. */
export const countryField = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/);

/** A password being chosen; `rules/password.ts` says more about it. Spaces count, so nothing is trimmed. */
export const newPasswordField = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD);

/** A token as it stands in a link. */
export const linkTokenField = z.string().min(1).max(100);

export const idParams = z.strictObject({ id: z.string().min(1).max(64) });
