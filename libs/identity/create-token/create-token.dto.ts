import { z } from 'zod';
import { clientKey } from '../../platform/receipts/client-key.js';
import { line } from '../../platform/validation/text.js';
import { TOKEN_SCOPES } from '../contracts.js';

export const createTokenSchema = z.strictObject({
  name: line(1, 80).describe('What the token is for'),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length),
  clientKey,
});

export type CreateTokenInput = z.infer<typeof createTokenSchema>;
