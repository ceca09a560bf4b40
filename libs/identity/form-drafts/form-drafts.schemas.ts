import { z } from 'zod';
import { LOCALES } from '../../platform/i18n/locales.js';
import { ID_PATTERN } from '../../platform/ids/new-id.js';

const MOST_BYTES = 100_000;
/** What forms add of their own, and what nobody may keep in a draft. */
const NOT_KEPT = /^_|password|token|secret/i;

/** A path on this site. */
const path = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/);

/** Name and value. A list of two in the API's description, whose dialect has no word for tuples. */
const pair = z
  .array(z.string().max(MOST_BYTES))
  .length(2)
  .refine(([name = '']) => name !== '' && name.length <= 200) as unknown as z.ZodType<[string, string]>;

const fields = z
  .array(pair)
  .min(1)
  .max(2000)
  .refine((all) => !all.some(([name]) => NOT_KEPT.test(name)), {
    params: { code: 'identity/draft-holds-secret' },
  })
  .refine((all) => Buffer.byteLength(JSON.stringify(all)) <= MOST_BYTES, {
    params: { code: 'identity/draft-too-long' },
  })
  .describe('Names and values as the form holds them, 100 kB at most; a name may come several times');

const key = z.string().regex(ID_PATTERN);

/** The key is the id that the form has in the window in which it is written: ULID in lower case. */
export const formDraftParams = z.strictObject({ key });

export const saveFormDraftBody = z.strictObject({
  form: path.describe('Where the form is sent'),
  page: path.describe('The page on which it is written'),
  lang: z.enum(LOCALES).describe('Language of that page: numbers are read by it'),
  fields,
  version: z.int().min(1).optional().describe('The version that is changed; none for a new draft'),
});

export type SaveFormDraftInput = z.infer<typeof saveFormDraftBody>;

export const formDraftSummary = z.strictObject({
  key: z.string(),
  form: z.string(),
  page: z.string(),
  lang: z.string(),
  title: z.string().describe('Its first line; empty where nothing tells it'),
  version: z.int(),
  savedAt: z.string(),
});

export const formDraftView = formDraftSummary.extend({
  fields: z.array(pair),
});

export type FormDraftSummary = z.infer<typeof formDraftSummary>;
export type FormDraftView = z.infer<typeof formDraftView>;
