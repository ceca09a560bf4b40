import { z } from 'zod';
import { wholeNumber } from '../../platform/validation/number.js';
import {
  actorKeyField,
  bioField,
  countryField,
  localeField,
  nameField,
  organisationField,
  organisationTypeField,
} from '../fields.js';

export const updateMeSchema = z.strictObject({
  name: nameField.optional(),
  locale: localeField.optional(),
  country: countryField.nullable().optional().describe('ISO 3166-1 alpha-3; null for none'),
  bio: bioField.optional(),
  organisation: organisationField
    .optional()
    .describe('In words; the organisation of the atlas that bears the name is linked, if there is one'),
  worksFor: actorKeyField
    .nullable()
    .optional()
    .describe('Key of an organisation of the atlas, whose name is taken as well; null for none'),
  organisationType: organisationTypeField
    .nullable()
    .optional()
    .describe('Kind of organisation, where the atlas does not know it; null for none'),
  version: wholeNumber(1)
    .optional()
    .describe('The version that was edited: when another one is there by now, nothing is changed'),
});

export type UpdateMeInput = z.infer<typeof updateMeSchema>;
