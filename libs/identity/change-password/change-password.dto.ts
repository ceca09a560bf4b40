import { z } from 'zod';
import { newPasswordField } from '../fields.js';
import { LONGEST_PASSWORD } from '../rules/password.js';

export const changePasswordSchema = z.strictObject({
  currentPassword: z
    .string()
    .min(1)
    .max(LONGEST_PASSWORD * 2),
  newPassword: newPasswordField,
  endTokens: z.boolean().default(false).describe('Whether programs lose their tokens too'),
});

export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;
