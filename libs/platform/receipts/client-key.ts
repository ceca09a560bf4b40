import { z } from 'zod';
import { ID_PATTERN } from '../ids/new-id.js';

/**
 * A key that the writer's own program or form makes. Whoever sends the same again under the same key gets the first
 * answer again; other content under the same key is something new.
 */
export const clientKey = z
  .string()
  .regex(ID_PATTERN)
  .optional()
  .describe('ULID in lower case that makes sending the same twice harmless');
