import { z } from 'zod';
import { ACTOR_ROLES, ACTOR_TYPES, COUNTRY_ROLES } from '../rules/case-codes.js';

/** How the columns of a CSV file become fields of a case; explained with examples in `docs/import.md`. */

/** From what is written in the file to what it means here; compared without regard to case and outer spaces. */
const values = z.record(z.string(), z.string());
const manyValues = z.record(z.string(), z.array(z.string()));

/** What becomes of a value that the list of values does not have. */
const otherwise = z.enum(['reject', 'ignore', 'keep']);

const cell = z
  .strictObject({
    column: z.string().min(1).optional(),
    /** Used where there is no column, or its cell is empty. */
    value: z.string().min(1).optional(),
    values: values.optional(),
    otherwise: otherwise.default('reject'),
    /** `sentence`: the first letter becomes a capital. */
    letterCase: z.enum(['sentence']).optional(),
    /** How dates and years are written: 2019-03-27, 27/03/2019 or 03/27/2019. */
    date: z.enum(['iso', 'dmy', 'mdy']).default('iso'),
  })
  .refine((source) => source.column !== undefined || source.value !== undefined, {
    message: 'needs a column or a value',
  });

/** `set` is `{a,"b, c"}`; anything else is the text between two values. */
const split = z.string().min(1).max(5).optional();

const codes = z
  .strictObject({
    column: z.string().min(1).optional(),
    /** Codes that every row gets. */
    value: z.array(z.string().min(1)).optional(),
    split,
    values: manyValues.optional(),
    otherwise: otherwise.default('reject'),
    /** Only for rows that the lists before this one gave nothing. */
    ifNone: z.boolean().default(false),
  })
  .refine((source) => (source.column === undefined) !== (source.value === undefined), {
    message: 'needs either a column or a value',
  });

const country = z.strictObject({
  column: z.string().min(1),
  split,
  role: z.enum(COUNTRY_ROLES).default('location'),
});

const actor = z.strictObject({
  column: z.string().min(1),
  split,
  role: z.enum(ACTOR_ROLES).default('partner'),
  type: z.enum(ACTOR_TYPES).optional(),
  /** Column with the country in which the actor is based. */
  countryColumn: z.string().min(1).optional(),
});

const textField = cell.optional();

export const importMap = z.strictObject({
  /** Names where the cases come from; with a row's own id it makes the row recognisable for ever. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
  about: z.string().optional(),
  delimiter: z.string().length(1).default(','),
  /** What is written where nothing is known, for example `n/a`. */
  nothing: z.array(z.string()).default([]),
  fields: z.strictObject({
    externalId: cell,
    title: cell,
    lang: textField,
    summary: textField,
    context: textField,
    approach: textField,
    whatWorked: textField,
    whatDidNot: textField,
    modality: textField,
    scale: textField,
    startYear: textField,
    endYear: textField,
    ongoing: textField,
    sourceUrl: textField,
    /** When the source published it. */
    postedAt: textField,
  }),
  countries: z.array(country).default([]),
  themes: z.array(codes).default([]),
  targets: z.array(codes).default([]),
  actors: z.array(actor).default([]),
});

export type ImportMap = z.output<typeof importMap>;
export type CellSource = z.output<typeof cell>;
export type CodesSource = z.output<typeof codes>;

/** Every column that a map reads. */
export function columnsOf({ fields, countries, themes, targets, actors }: ImportMap): string[] {
  const sources = [...Object.values(fields), ...countries, ...themes, ...targets, ...actors];
  const named = sources.flatMap((source) => source?.column ?? []);
  return [...new Set([...named, ...actors.flatMap(({ countryColumn }) => countryColumn ?? [])])];
}
