import { z } from 'zod';
import { pageQuery } from '../platform/graph/page.js';
import { LOCALES } from '../platform/i18n/locales.js';
import { clientKey } from '../platform/receipts/client-key.js';
import { amount, wholeNumber } from '../platform/validation/number.js';
import { line, prose } from '../platform/validation/text.js';
import { ACTOR_ROLES, ACTOR_TYPES, CASE_SCALES, CONFIDENCES, COUNTRY_ROLES } from './rules/case-codes.js';

/** Longest texts, in UTF-16 units. */
export const CASE_LIMITS = { title: 200, summary: 280, text: 20_000, note: 300 } as const;

export const caseParams = z.object({ id: z.string().max(40) });

/** Empty and null both mean "not reported"; missing means "as it was" when editing. */
function optional(text: z.ZodType<string, string>) {
  return text.nullish().transform((value) => (value === undefined ? undefined : value || null));
}

const text = () => optional(prose(0, CASE_LIMITS.text));
const shortText = (max: number) => optional(line(0, max));
const code = z.string().trim().min(1).max(64);
const MOST = 1e13;
const year = wholeNumber(0, 9999).nullish();

export const caseResult = z.strictObject({
  what: line(1, 300).describe('What changed'),
  value: line(1, 300),
  baseline: shortText(300).describe('What it was before'),
  how: shortText(1000).describe('Who measured it, and how'),
  confidence: z.enum(CONFIDENCES).nullish(),
});

export const caseInputs = z.strictObject({
  money: z
    .strictObject({
      amount: amount(MOST),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .describe('ISO 4217'),
      year,
    })
    .nullish(),
  expertDays: amount(MOST).nullish(),
  peopleHosted: wholeNumber(0, MOST).nullish(),
  other: shortText(2000),
});

const countries = z
  .array(
    z.strictObject({
      country: code.describe('ISO 3166-1 alpha-3, as PER'),
      role: z.enum(COUNTRY_ROLES).default('location'),
    }),
  )
  .max(60);

const actors = z
  .array(
    z.strictObject({
      id: z.string().max(40).optional().describe('Of an actor that is known already'),
      name: line(2, 200).optional().describe('Of an actor by name: found by name and country, or added'),
      type: z.enum(ACTOR_TYPES).optional(),
      country: code.optional().describe('Where it is based, ISO 3166-1 alpha-3'),
      role: z.enum(ACTOR_ROLES).default('partner'),
    }),
  )
  .max(60);

const lang = z.enum(LOCALES).describe('Language in which the case is written');
const title = line(3, CASE_LIMITS.title);

const fields = {
  summary: shortText(CASE_LIMITS.summary),
  context: text().describe('Markdown'),
  approach: text().describe('Markdown'),
  whatWorked: text().describe('Markdown'),
  whatDidNot: text().describe('Markdown'),
  results: z.array(caseResult).max(40).optional(),
  inputs: caseInputs.nullish(),
  countries: countries.optional(),
  actors: actors.optional(),
  themes: z.array(code).max(20).optional().describe('Theme codes, as irrigation'),
  targets: z.array(code).max(30).optional().describe('SDG targets or goals, as 6.4 or 6'),
  modality: code.nullish().describe('Modality code, as triangular'),
  startYear: year,
  endYear: year,
  ongoing: z.boolean().optional(),
  scale: z.enum(CASE_SCALES).nullish(),
  note: shortText(CASE_LIMITS.note).describe('What this version is about, for its history'),
};

export const createCaseBody = z.strictObject({
  lang,
  title,
  ...fields,
  publish: z.boolean().default(false).describe('Publish at once; otherwise it stays a draft of its author'),
  clientKey,
});

export const editCaseBody = z.strictObject({
  lang: lang.optional(),
  title: title.optional(),
  ...fields,
  version: wholeNumber(1).describe('The version that was edited'),
});

const filter = z.string().trim().min(1).max(100).optional();

export const listCasesQuery = z.object({
  country: filter.describe('PER or country:PER'),
  theme: filter.describe('A theme with its sub-themes, as water or theme:water'),
  sdg: filter.describe('6 or sdg:6'),
  modality: filter.describe('triangular or modality:triangular'),
  actor: filter.describe('Id or key of an actor'),
  ...pageQuery,
});

export const listOwnCasesQuery = z.object({ ...pageQuery });

export type CreateCaseInput = z.output<typeof createCaseBody>;
export type EditCaseInput = z.output<typeof editCaseBody>;
export type ListCasesInput = z.output<typeof listCasesQuery>;
/** What both ways of writing share. */
export type CaseFieldsInput = Omit<EditCaseInput, 'version'>;
