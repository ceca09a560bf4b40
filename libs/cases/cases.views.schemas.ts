import { z } from 'zod';
import { pageOf } from '../platform/graph/page.js';
import { ACTOR_ROLES, CASE_SCALES, CONFIDENCES, COUNTRY_ROLES } from './rules/case-codes.js';
import { CASE_PARTS } from './rules/completeness.js';

const entityView = z.strictObject({ key: z.string(), title: z.string(), url: z.string() });
const personView = z.strictObject({ id: z.string(), name: z.string(), url: z.string() });
const countryView = entityView.extend({ role: z.enum(COUNTRY_ROLES) });
const actorView = entityView.extend({ role: z.enum(ACTOR_ROLES), actorType: z.string().nullable() });

/** What a card shows. Titles of countries, themes and goals are English: use their keys to name them in other languages. */
export const caseCardView = z.strictObject({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  url: z.string(),
  lang: z.string().nullable(),
  summary: z.string().nullable(),
  status: z.enum(['draft', 'published']),
  countries: z.array(countryView),
  themes: z.array(entityView),
  goals: z.array(entityView),
  modality: entityView.nullable(),
  startYear: z.number().int().nullable(),
  endYear: z.number().int().nullable(),
  ongoing: z.boolean(),
  scale: z.enum(CASE_SCALES).nullable(),
  contributor: personView.nullable().describe('Null for an imported case'),
  source: z
    .strictObject({ name: z.string(), url: z.string().nullable() })
    .nullable()
    .describe('Where an imported case comes from'),
  completeness: z.strictObject({
    percent: z.number().int().min(0).max(100),
    gaps: z.array(z.enum(CASE_PARTS)).describe('What is not reported'),
  }),
  createdAt: z.string(),
  updatedAt: z.string(),
  publishedAt: z.string().nullable(),
});

const storedText = z.string().nullable();
const reported = z.string().nullish();

const resultView = z.strictObject({
  what: z.string(),
  value: z.string(),
  baseline: reported,
  how: reported,
  confidence: z.enum(CONFIDENCES).nullish(),
});

const inputsView = z.strictObject({
  money: z.strictObject({ amount: z.number(), currency: z.string(), year: z.number().nullish() }).nullish(),
  expertDays: z.number().nullish(),
  peopleHosted: z.number().nullish(),
  other: reported,
});

export const caseView = caseCardView.extend({
  version: z.number().int(),
  context: storedText,
  approach: storedText,
  whatWorked: storedText,
  whatDidNot: storedText,
  html: z
    .strictObject({
      context: storedText,
      approach: storedText,
      whatWorked: storedText,
      whatDidNot: storedText,
    })
    .describe('The same texts rendered, safe to insert'),
  results: z.array(resultView),
  inputs: inputsView.nullable(),
  actors: z.array(actorView),
  targets: z.array(entityView),
  missingToPublish: z.array(z.string()),
  doubts: z.array(z.string()).describe('Where the roles of the countries do not look like the modality'),
  seq: z.number().int().describe('Number of the last event; join the socket room with it to miss nothing'),
  permissions: z.strictObject({ edit: z.boolean(), publish: z.boolean() }),
});

/** A version as its author sent it: codes instead of links. */
const snapshotView = z.looseObject({ title: z.string() });

export const caseHistoryView = z.strictObject({
  items: z.array(
    z.strictObject({
      number: z.number().int(),
      at: z.string(),
      note: z.string().nullable(),
      writtenBy: personView.nullable(),
      data: snapshotView,
    }),
  ),
});

export const caseListView = pageOf(caseCardView);

export type CaseView = z.infer<typeof caseView>;
export type CaseCardView = z.infer<typeof caseCardView>;
export type CaseHistoryView = z.infer<typeof caseHistoryView>;
