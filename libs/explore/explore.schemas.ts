import { z } from 'zod';
import { COUNTRY_ROLES } from '../cases/contracts.js';
import { ENTITY_KEY_PATTERN } from '../platform/entities/entity.js';
import { wholeNumberInAddress } from '../platform/validation/number.js';
import { DIMENSIONS } from './rules/case-profile.js';
import { REPORTABLE } from './rules/compare-cases.js';

export const QUERY_MAX = 200;

/** What can be filtered by, in the order in which filters are shown. */
export const SEARCH_FACETS = ['type', 'country', 'sdg', 'theme', 'modality', 'year', 'lang'] as const;
export type SearchFacet = (typeof SEARCH_FACETS)[number];

/** Results are for reading, not for harvesting: whoever wants everything takes an export. */
export const MOST_FOUND = 2000;

const MOST_VALUES = 20;

/** Words as typed. Longer ones are cut: a pasted page is no reason for an error. */
const words = z
  .string()
  .default('')
  .transform((text) => text.toWellFormed().slice(0, QUERY_MAX).trim())
  .describe(`Words to find; all after the first ${QUERY_MAX} characters are left out`);

/** Alternatives of one filter: given again and again, or joined by commas. */
const alternatives = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [
    ...new Set(
      [given ?? []]
        .flat()
        .flatMap((value) => value.split(','))
        .map((value) => value.trim().slice(0, 100))
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string()).max(MOST_VALUES));

export const searchQuery = z.object({
  q: words,
  type: alternatives.describe('case, thread, post, person, actor, country, theme, sdg'),
  country: alternatives.describe('ISO 3166-1 alpha-3'),
  sdg: alternatives.describe('1 to 17'),
  theme: alternatives,
  modality: alternatives,
  year: alternatives,
  lang: alternatives.describe('Language of the text'),
  sort: z.enum(['relevance', 'newest']).default('relevance'),
  limit: wholeNumberInAddress(1, 100).default(20),
  offset: wholeNumberInAddress(0, MOST_FOUND).default(0),
  cursor: wholeNumberInAddress(0, MOST_FOUND).optional().describe('`nextCursor` of the page before'),
});

export const suggestQuery = z.object({ q: words });

const markedText = z.array(z.strictObject({ text: z.string(), marked: z.boolean() }));

const hitView = z.strictObject({
  key: z.string(),
  type: z.string(),
  url: z.string(),
  title: markedText,
  snippet: markedText,
  at: z.string(),
  lang: z.string().nullable(),
  facets: z.record(z.string(), z.array(z.string())),
});

const facetValueView = z.strictObject({ value: z.string(), label: z.string(), count: z.number().int() });

export const searchView = z.strictObject({
  hits: z.array(hitView),
  facets: z
    .partialRecord(z.enum(SEARCH_FACETS), z.array(facetValueView))
    .describe('Values with counts, named in the language of the request'),
  total: z.number().int(),
  tookMs: z.number(),
  corrected: z.record(z.string(), z.string()).describe('Words that found nothing, with those used instead'),
  nextCursor: z.string().nullable(),
});

export const suggestView = z.strictObject({ hits: z.array(hitView.omit({ facets: true })) });

export const comparableParams = z.object({ id: z.string().max(40) });
export const comparableQuery = z.object({ limit: wholeNumberInAddress(1, 50).default(10) });

const comparedCaseView = z.strictObject({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  url: z.string(),
  lang: z.string().nullable(),
  summary: z.string().nullable(),
  countries: z.array(z.strictObject({ key: z.string(), label: z.string(), role: z.enum(COUNTRY_ROLES) })),
  startYear: z.number().int().nullable(),
  endYear: z.number().int().nullable(),
  ongoing: z.boolean(),
  reportsWhatDidNot: z.boolean(),
});

export const comparableCasesView = z.strictObject({
  case: comparedCaseView,
  items: z.array(
    z.strictObject({
      case: comparedCaseView,
      score: z.number().min(0).max(1).describe('How much of the case asked for this one has'),
      shares: z
        .array(
          z.strictObject({
            dimension: z.enum(DIMENSIONS),
            key: z.string().nullable().describe('Null for years'),
            label: z.string(),
          }),
        )
        .describe('The weightiest first'),
      sharesCount: z.number().int(),
      differs: z.array(
        z.strictObject({
          dimension: z.enum(DIMENSIONS),
          label: z.string(),
          ours: z.string(),
          theirs: z.string(),
        }),
      ),
      notReported: z.array(
        z.strictObject({
          dimension: z.enum(REPORTABLE),
          side: z.enum(['ours', 'theirs', 'both']),
          label: z.string(),
        }),
      ),
      reason: z.string(),
    }),
  ),
});

const entityKey = z.string().regex(ENTITY_KEY_PATTERN).describe('type:id, for example country:PER');

export const pathQuery = z.object({ from: entityKey, to: entityKey });

const entityRefView = z.strictObject({
  key: z.string(),
  type: z.string(),
  title: z.string(),
  url: z.string(),
});

const direction = z
  .enum(['out', 'in'])
  .describe('Whether the relation is said by the former of the latter, or the other way round');

export const pathView = z.strictObject({
  from: entityRefView,
  to: entityRefView,
  length: z.number().int().nullable().describe('Null when nothing connects the two within six steps'),
  steps: z.array(
    z.strictObject({
      from: entityRefView,
      relation: z.string(),
      direction,
      label: z.string().describe('The relation in words, read from `from` to `to`'),
      role: z.string().nullable(),
      source: z
        .strictObject({
          kind: z.enum(['person', 'import', 'reference', 'other']),
          label: z.string(),
          url: z.string().nullable(),
        })
        .describe('Who says so'),
      to: entityRefView,
    }),
  ),
});

export const neighboursQuery = z.object({
  key: entityKey,
  limit: wholeNumberInAddress(1, 50).default(12).describe('Most per relation'),
});

export const neighboursView = z.strictObject({
  entity: entityRefView,
  groups: z.array(
    z.strictObject({
      relation: z.string(),
      direction,
      label: z.string(),
      total: z.number().int(),
      items: z.array(entityRefView),
    }),
  ),
});

export const findEntitiesQuery = z.object({
  q: words,
  type: alternatives,
  limit: wholeNumberInAddress(1, 20).default(8),
});

export const entityListView = z.strictObject({
  items: z.array(entityRefView.extend({ typeName: z.string().describe('In the language of the request') })),
});

export type SearchView = z.infer<typeof searchView>;
export type SearchQuery = z.output<typeof searchQuery>;
export type SuggestView = z.infer<typeof suggestView>;
export type ComparableCasesView = z.infer<typeof comparableCasesView>;
export type PathView = z.infer<typeof pathView>;
export type NeighboursView = z.infer<typeof neighboursView>;
export type EntityListView = z.infer<typeof entityListView>;
