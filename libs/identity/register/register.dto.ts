import { z } from 'zod';
import { clientKey } from '../../platform/receipts/client-key.js';
import { countryField, localeField, nameField, newPasswordField } from '../fields.js';
import { emailField } from '../rules/email.js';

export const registerSchema = z.strictObject({
  name: nameField,
  email: emailField,
  password: newPasswordField.describe(
    '8 to 128 characters, or as many as the settings ask; 15 or more are recommended',
  ),
  locale: localeField.optional().describe('Language of mails and pages; that of the request by default'),
  country: countryField.optional().describe('ISO 3166-1 alpha-3'),
  clientKey,
});

export type RegisterInput = z.infer<typeof registerSchema>;
