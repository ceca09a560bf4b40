import { z } from 'zod';
import { bioField, countryField, localeField, nameField, organisationField } from '../fields.js';

export const updateMeSchema = z.strictObject({
  name: nameField.optional(),
  locale: localeField.optional(),
  country: countryField.nullable().optional().describe('ISO 3166-1 alpha-3; null for none'),
  bio: bioField.optional(),
  organisation: organisationField.optional(),
});

export type UpdateMeInput = z.infer<typeof updateMeSchema>;
