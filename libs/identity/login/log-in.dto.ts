import { z } from 'zod';
import { LONGEST_PASSWORD } from '../rules/password.js';

/** What was typed is compared, not judged: a wrong address and a short password get the one answer. */
export const logInSchema = z.strictObject({
  email: z.string().min(1).max(254),
  password: z
    .string()
    .min(1)
    .max(LONGEST_PASSWORD * 2),
});

export type LogInInput = z.infer<typeof logInSchema>;
