import { z } from 'zod';
import { ACTOR_ROLES, ACTOR_TYPES, COUNTRY_ROLES } from '../rules/case-codes.js';
import { PLACEHOLDERS, WORLDWIDE } from './organisation-names.js';
import { encodingNamed } from './text-encoding.js';

/** How the columns of a file become fields of a case; explained with examples in `docs/import.md`. */

/** From what is written in the file to what it means here; compared without regard to case and outer spaces. */
const values = z.record(z.string(), z.string());
const manyValues = z.record(z.string(), z.array(z.string()));
const oneOrMany = (item: z.ZodString) => z.union([item, z.array(item).min(1)]);

/** A column, or several: the first that is filled counts. */
const column = oneOrMany(z.string().min(1));

/** `set` is `{a,"b, c"}`; anything else is the text between two values, or several such texts. */
const split = oneOrMany(z.string().min(1).max(5)).optional();

const pattern = z.string().refine(isPattern, { message: 'must be a regular expression' }).optional();

/** What becomes of a value that cannot be taken: the row is refused, or the value left out, kept, or cut. */
const otherwise = z.enum(['reject', 'ignore', 'keep', 'cut']);

const cell = z
  .strictObject({
    column: column.optional(),
    /** Several columns, one behind the other. */
    join: z.array(z.string().min(1)).min(2).optional(),
    /** What stands between the joined ones. */
    with: z.string().max(20).default(' '),
    /** A mark made from several columns, for rows without an id of their own. */
    hash: z.array(z.string().min(1)).min(1).optional(),
    /** Of several values in a cell the first counts. */
    split,
    /** Only this part of what is written: the first group in brackets, or all that fits. */
    pattern,
    /** Texts that stand for another, such as `<br>` for a line break. */
    replace: values.optional(),
    /** Put before what is written, for example before a link without a host. */
    prefix: z.string().min(1).max(300).optional(),
    /** Used where there is no column, or its cell is empty. */
    value: z.string().min(1).optional(),
    values: values.optional(),
    otherwise: otherwise.default('reject'),
    /** `sentence`: the first letter becomes a capital. */
    letterCase: z.enum(['sentence']).optional(),
    /** How days are written: 2019-03-27, 27/03/2019, 03/27/2019, or counted as spreadsheets do (43551). */
    date: z.enum(['iso', 'dmy', 'mdy', 'serial']).default('iso'),
  })
  .refine(({ column, join, hash, value }) => column ?? join ?? hash ?? value, {
    message: 'needs a column, join, hash or a value',
  });

const codes = z
  .strictObject({
    column: column.optional(),
    /** Codes that every row gets. */
    value: z.array(z.string().min(1)).optional(),
    split,
    values: manyValues.optional(),
    otherwise: z.enum(['reject', 'ignore', 'keep']).default('reject'),
    /** Only for rows that the lists before this one gave nothing. */
    ifNone: z.boolean().default(false),
  })
  .refine((source) => (source.column === undefined) !== (source.value === undefined), {
    message: 'needs either a column or a value',
  });

const country = z
  .strictObject({
    column: column.optional(),
    /** Countries that every row gets. */
    value: z.array(z.string().min(1)).optional(),
    split,
    pattern,
    /** The column holds codes of ISO 3166-1: `NA` is Namibia, and not "not available". */
    codes: z.boolean().default(false),
    role: z.enum(COUNTRY_ROLES).default('location'),
  })
  .refine((source) => (source.column === undefined) !== (source.value === undefined), {
    message: 'needs either a column or a value',
  });

const actorType = z.enum(ACTOR_TYPES);

const actor = z
  .strictObject({
    column: column.optional(),
    /** An organisation that every row gets. */
    value: z.string().min(1).optional(),
    split,
    /** Takes a name apart: the groups `name`, `type` and `country`, as `^(?<name>.+), (?<type>[^,]+)$`. */
    pattern,
    role: z.enum(ACTOR_ROLES).default('partner'),
    type: actorType.optional(),
    typeColumn: z.string().min(1).optional(),
    /** What types are called in the file; others leave the type open. */
    types: z.record(z.string(), actorType).default({}),
    /** Column with the country in which the actor is based. */
    countryColumn: z.string().min(1).optional(),
  })
  .refine((source) => (source.column === undefined) !== (source.value === undefined), {
    message: 'needs either a column or a value',
  });

const names = z.array(z.string().min(1));

const places = z.strictObject({
  /** What a name means here: a country, several, or none. */
  aliases: z.record(z.string(), z.union([z.string().min(1), names])).default({}),
  /** What becomes of a name that is no country: the row is refused, the name skipped, the row left out, or others used. */
  otherwise: z
    .union([z.enum(['reject', 'skip', 'leave-out']), z.strictObject({ use: names })])
    .default('reject'),
  /** Regions and groups, as "Latin America" or "ASEAN": like any other name, or told in the report. */
  regions: z.enum(['as-otherwise', 'note']).default('as-otherwise'),
});

const organisations = z.strictObject({
  /** Other names of an organisation; those that mean none lead to an empty text. */
  aliases: z.record(z.string(), z.string()).default({}),
  /** What is written where no organisation is known; added to what Minga knows by itself. */
  placeholders: names.default([]).transform((given) => [...PLACEHOLDERS, ...given]),
  /** Those that are one in all countries; added to what Minga knows by itself. */
  worldwide: names.default([]).transform((given) => [...WORLDWIDE, ...given]),
});

const textField = cell.optional();

export const importMap = z.strictObject({
  /** Names where the cases come from; with a row's own id it makes the row recognisable for ever. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
  about: z.string().optional(),
  /** Found from the file where it is not said. */
  format: z.enum(['csv', 'xlsx', 'json']).optional(),
  encoding: z
    .string()
    .refine((name) => encodingNamed(name) !== null, { message: 'is not a known encoding, as windows-1252' })
    .optional(),
  delimiter: z.string().length(1).optional(),
  /** Lines above the header. */
  skipLines: z.number().int().min(0).max(1000).optional(),
  /** Rows with too few cells: only the last one may be, or all are filled with empty cells. */
  shortRows: z.enum(['reject', 'fill']).default('reject'),
  sheet: z.union([z.string().min(1), z.number().int().min(1)]).optional(),
  /** Where in a JSON file the list of rows is. */
  rows: z.string().min(1).optional(),
  /** What is written where nothing is known, for example `n/a`. */
  nothing: z.array(z.string()).default([]),
  /** What becomes of a row with the id of an earlier one: it is refused, or both become one case. */
  sameId: z.enum(['reject', 'merge']).default('reject'),
  /** Texts of rows that become one: those of the first row, or all that differ one below the other. */
  mergeTexts: z.enum(['first', 'join']).default('first'),
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
    /** Both years from one column, as `2015–2017` or `since 2012`. */
    years: textField,
    startYear: textField,
    endYear: textField,
    ongoing: textField,
    sourceUrl: textField,
    /** When the source published it. */
    postedAt: textField,
  }),
  places: places.prefault({}),
  organisations: organisations.prefault({}),
  countries: z.array(country).default([]),
  themes: z.array(codes).default([]),
  targets: z.array(codes).default([]),
  actors: z.array(actor).default([]),
});

export type ImportMap = z.output<typeof importMap>;
export type FieldName = keyof ImportMap['fields'];
export type CellSource = z.output<typeof cell>;
export type CodesSource = z.output<typeof codes>;
export type ActorSource = z.output<typeof actor>;
export type PlacesOptions = z.output<typeof places>;

/** Every column that a map reads. */
export function columnsOf({ fields, countries, themes, targets, actors }: ImportMap): string[] {
  const cells = Object.values(fields).filter((source) => source !== undefined);
  const joined = cells.flatMap(({ join = [], hash = [] }) => [...join, ...hash]);
  const named = [...cells, ...countries, ...themes, ...targets, ...actors].flatMap(
    ({ column }) => column ?? [],
  );
  const beside = actors.flatMap(({ countryColumn, typeColumn }) =>
    [countryColumn ?? [], typeColumn ?? []].flat(),
  );
  return [...new Set([...named, ...joined, ...beside])];
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
