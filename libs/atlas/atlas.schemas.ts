import { z } from 'zod';
import { isCalendarDay } from '../platform/clock/calendar-day.js';
import { pageOf, pageQuery } from '../platform/graph/page.js';
import { LOCALES } from '../platform/i18n/locales.js';
import { clientKey } from '../platform/receipts/client-key.js';
import { wholeNumber } from '../platform/validation/number.js';
import { line } from '../platform/validation/text.js';
import { loadReference } from './reference.js';

const { actorTypes, sdgs } = loadReference();

const NAME_MAX = 120;
const CODE_MAX = 60;

/** ISO alpha-3 or alpha-2, in any case. */
const countryCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2,3}$/);
const themeCode = z
  .string()
  .max(CODE_MAX)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const actorType = z.enum(actorTypes.map(({ code }) => code));
const sdgCodes = z.array(z.enum(sdgs.map(({ code }) => code))).max(17);

export const codeParams = z.object({ code: z.string().max(CODE_MAX) });
export const actorParams = z.object({ id: z.string().max(40) });

export const languageQuery = z.object({
  lang: z.enum(LOCALES).optional().describe('Language of `name`; by default that of the reader'),
});

export const showGroupQuery = languageQuery.extend({
  on: z
    .string()
    .refine(isCalendarDay, { params: { code: 'atlas/not-a-day' } })
    .optional()
    .describe('Day of the calendar as YYYY-MM-DD; today (UTC) by default'),
});

export const listActorsQuery = languageQuery.extend({
  q: z.string().max(200).optional().describe('Beginning of the name'),
  country: countryCode.optional(),
  ...pageQuery,
});

const themeName = line(1, NAME_MAX);
const otherThemeNames = {
  fr: themeName.optional(),
  es: themeName.optional(),
  pt: themeName.optional(),
  ar: themeName.optional(),
  zh: themeName.optional(),
  ru: themeName.optional(),
};

const seenVersion = wholeNumber(1)
  .optional()
  .describe('The version that was edited: when another one is there by now, nothing is changed');

export const addThemeBody = z.object({
  code: themeCode.optional().describe('Made of the English name by default; it never changes'),
  names: z.strictObject({ en: themeName, ...otherThemeNames }),
  parent: themeCode.nullish(),
  sdgs: sdgCodes.default([]).describe('Goals that the theme serves, the main one first'),
  clientKey,
});

export const changeThemeBody = z.object({
  names: z
    .strictObject({ en: themeName.optional(), ...otherThemeNames })
    .optional()
    .describe('Names to change; other languages keep theirs'),
  parent: themeCode.nullable().optional(),
  sdgs: sdgCodes.optional(),
  version: seenVersion,
});

export const addActorBody = z.object({
  name: line(1, 200),
  type: actorType.nullish(),
  country: countryCode.nullish(),
  clientKey,
});

export const changeActorBody = z.object({
  name: line(1, 200).optional(),
  type: actorType.nullable().optional(),
  country: countryCode.nullable().optional(),
  version: seenVersion,
});

const namesView = z.strictObject({
  en: z.string(),
  fr: z.string().optional(),
  es: z.string().optional(),
  pt: z.string().optional(),
  ar: z.string().optional(),
  zh: z.string().optional(),
  ru: z.string().optional(),
});

/** Something named, in the language of the answer. */
export const namedView = z.strictObject({ code: z.string(), name: z.string(), url: z.string() });

const linkedView = z.record(z.string(), z.number().int()).describe('How much is linked, by type');

const membershipView = z.strictObject({
  status: z.enum(['member', 'suspended', 'associate']),
  from: z.string(),
  to: z.string().nullable().describe('First day no longer'),
  precision: z.enum(['year', 'assumed']).nullable(),
  note: z.string().nullable(),
  source: z.string(),
  checkedOn: z.string(),
});

export const countrySummaryView = namedView.extend({
  iso2: z.string(),
  unMember: z.boolean(),
  region: z.string().nullable().describe('M49 code of the continent'),
  subregion: z.string().nullable(),
  incomeGroup: z.string().nullable(),
  groups: z.array(z.string()).describe('Codes of the groups it is a member of today'),
});

export const countryView = countrySummaryView.extend({
  key: z.string(),
  m49: z.string().nullable(),
  names: namesView,
  regions: z.array(namedView).describe('From the smallest to the world'),
  incomeGroup: namedView.nullable(),
  memberships: z.array(membershipView.extend({ group: namedView, current: z.boolean() })),
  linked: linkedView,
});

export const groupSummaryView = namedView.extend({
  description: z.string(),
  memberCount: z.number().int().describe('Members today'),
});

export const memberView = membershipView.extend({
  country: namedView.nullable(),
  organisation: z.string().nullable(),
});

export const groupView = namedView.extend({
  key: z.string(),
  names: namesView,
  description: z.string(),
  source: z.string(),
  checkedOn: z.string(),
  on: z.string(),
  members: z.array(memberView),
  associates: z.array(memberView),
});

export const regionView = namedView.extend({
  key: z.string(),
  names: namesView,
  level: z.string(),
  within: z.array(namedView).describe('The regions around it, from the smallest'),
  regions: z.array(namedView),
  countries: z.array(namedView),
});

const officialTextView = z.strictObject({ en: z.string(), fr: z.string().optional() });

export const sdgSummaryView = namedView.extend({ color: z.string() });

export const sdgView = sdgSummaryView.extend({
  key: z.string(),
  names: namesView,
  titles: officialTextView,
  targets: z.array(
    z.strictObject({ code: z.string(), key: z.string(), url: z.string(), texts: officialTextView }),
  ),
  themes: z.array(namedView).describe('Themes that serve it'),
  linked: linkedView,
});

export const themeSummaryView = namedView.extend({
  parent: z.string().nullable(),
  depth: z.number().int(),
  sdgs: z.array(z.string()),
});

export const themeView = namedView.extend({
  key: z.string(),
  names: namesView,
  broader: z.array(namedView).describe('The nearest first'),
  narrower: z.array(namedView),
  sdgs: z.array(namedView),
  version: z.number().int(),
  linked: linkedView,
  permissions: z.strictObject({ edit: z.boolean() }),
});

export const sectorView = namedView.extend({
  parent: z.string().nullable(),
  level: z.enum(['category', 'sector']),
});

export const actorSummaryView = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  url: z.string(),
  type: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  country: namedView.nullable(),
  createdAt: z.string(),
});

export const actorView = actorSummaryView.extend({
  version: z.number().int(),
  linked: linkedView,
  permissions: z.strictObject({ change: z.boolean() }),
});

/** A list that comes whole. */
function allOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item) });
}

export const countryListView = allOf(countrySummaryView);
export const groupListView = allOf(groupSummaryView);
export const sdgListView = allOf(sdgSummaryView);
export const themeListView = allOf(themeSummaryView).describe('Each theme before its narrower ones');
export const sectorListView = allOf(sectorView);
export const modalityListView = allOf(namedView);
export const actorListView = pageOf(actorSummaryView);

export interface Listing<Item> {
  items: Item[];
}
export type NamedView = z.infer<typeof namedView>;
export type CountrySummaryView = z.infer<typeof countrySummaryView>;
export type CountryView = z.infer<typeof countryView>;
export type GroupSummaryView = z.infer<typeof groupSummaryView>;
export type GroupView = z.infer<typeof groupView>;
export type MembershipView = z.infer<typeof membershipView>;
export type MemberView = z.infer<typeof memberView>;
export type RegionView = z.infer<typeof regionView>;
export type SdgSummaryView = z.infer<typeof sdgSummaryView>;
export type SdgView = z.infer<typeof sdgView>;
export type ThemeSummaryView = z.infer<typeof themeSummaryView>;
export type ThemeView = z.infer<typeof themeView>;
export type SectorView = z.infer<typeof sectorView>;
export type ActorSummaryView = z.infer<typeof actorSummaryView>;
export type ActorView = z.infer<typeof actorView>;
