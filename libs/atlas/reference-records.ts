/**
 * Read types of the reference data in `data/*.json`. Codes are stable and never shown; names are for people.
 * Sources, licences and doubts: `docs/sources.md`.
 */

/** The languages every name of ours is given in. */
export const ATLAS_LOCALES = ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru'] as const;
export type AtlasLocale = (typeof ATLAS_LOCALES)[number];

/** A name in all seven languages. */
export type LocalizedName = Readonly<Record<AtlasLocale, string>>;

/** An official text that exists in English and, mostly, in French. */
export interface OfficialText {
  readonly en: string;
  readonly fr?: string;
}

/** A day of the calendar as `YYYY-MM-DD`; such strings sort by time. */
export type CalendarDay = string;

/** A code with its name: the common part of every list. */
export interface NamedCode {
  readonly code: string;
  readonly names: LocalizedName;
}

/** World Bank: low, lower middle, upper middle, high. */
export type IncomeGroupCode = 'LIC' | 'LMC' | 'UMC' | 'HIC';

/** One of the 249 countries and areas of ISO 3166-1. */
export interface Country {
  readonly iso3: string;
  readonly iso2: string;
  /** UN M49; null where M49 has no such area (Taiwan). */
  readonly m49: string | null;
  readonly names: LocalizedName;
  /** M49 codes, from large to small; null for Antarctica, which M49 puts directly under the world. */
  readonly region: string | null;
  readonly subregion: string | null;
  readonly intermediateRegion?: string;
  /** True for the 193 Member States of the United Nations. */
  readonly unMember: boolean;
  /** Null where the World Bank does not classify. */
  readonly incomeGroup: IncomeGroupCode | null;
}

/** A node of the M49 tree above the countries. */
export interface Region extends NamedCode {
  readonly level: 'world' | 'region' | 'subregion' | 'intermediate-region';
  readonly parent: string | null;
}

/** A Sustainable Development Goal, `1` to `17`. */
export interface Sdg extends NamedCode {
  /** `#RRGGBB`, as in the guidelines of the United Nations. */
  readonly color: string;
  /** The full sentence of the goal; `names` are the short titles. */
  readonly titles: OfficialText;
}

/** A target such as `6.4` or `6.a`. */
export interface SdgTarget {
  readonly code: string;
  readonly goal: string;
  readonly texts: OfficialText;
}

/** An OECD DAC purpose code: a 3-digit category or an active 5-digit sector under one. */
export interface DacSector {
  readonly code: string;
  readonly level: 'category' | 'sector';
  readonly parent: string | null;
  readonly names: OfficialText;
}

/** An area of the Ibero-American reports on South-South co-operation, or a sector within one. */
export interface SegibSector extends NamedCode {
  readonly level: 'area' | 'sector';
  readonly parent: string | null;
}

/** A theme, or a sub-theme when it has a parent. */
export interface Theme extends NamedCode {
  readonly parent: string | null;
  /** Codes of the goals it serves, the main one first. */
  readonly sdgs: readonly string[];
}

/** What kind of organisation an actor is. */
export interface ActorType extends NamedCode {
  /** IATI organisation type to write. */
  readonly iatiExport: string;
  /** IATI organisation types that are read as this one; every IATI type is read as exactly one of ours. */
  readonly iatiImport: readonly string[];
}

export interface IncomeGroup extends NamedCode {
  readonly code: IncomeGroupCode;
}

/** A suspended member is still a member; an associate is not. */
export type MembershipStatus = 'member' | 'suspended' | 'associate';

/** One spell of one member in one status; a member that left, came back or was suspended has several. */
export interface GroupMembership {
  /** ISO alpha-3; absent when the member is an organisation. */
  readonly country?: string;
  /** `EU` or `AU`, where an organisation is itself a member. */
  readonly organisation?: string;
  /** First day. */
  readonly from: CalendarDay;
  /** First day no longer; absent while it lasts. */
  readonly to?: CalendarDay;
  readonly status: MembershipStatus;
  /** `year`: only the year is certain. `assumed`: no date is published, a plausible one stands in. */
  readonly precision?: 'year' | 'assumed';
  readonly note?: string;
  readonly source: string;
  readonly checkedOn: CalendarDay;
}

/** A group of countries with dated membership, for example `ldc`. */
export interface CountryGroup extends NamedCode {
  /** In English, for editors: what is counted and what is not. */
  readonly description: string;
  readonly source: string;
  readonly checkedOn: CalendarDay;
  readonly members: readonly GroupMembership[];
}

/** The ways to write a country, from the surest to the least sure. */
export interface CountryNames {
  readonly iso3: string;
  readonly iso2: string;
  readonly m49: string | null;
  /** The names we show. */
  readonly names: readonly string[];
  /** By hand: abbreviations, former names, nations within a country. */
  readonly aliases: readonly string[];
  /** Other names in our seven languages. */
  readonly variants: readonly string[];
  /** Names in some seventy further languages. */
  readonly otherLanguages: readonly string[];
}

/** Names that stand for no one country of ISO 3166-1, and why (in English, for editors). */
export interface NamesOutsideIso {
  readonly kind: 'user-assigned' | 'several-today' | 'ambiguous' | 'not-recognised';
  readonly reason: string;
  /** ISO alpha-3 of the countries that may be meant. */
  readonly countries: readonly string[];
  readonly names: readonly string[];
}

/** Names that people write for a region or a group. */
export interface RegionNames {
  /** `region:002` or `group:ldc`; null for what M49 and our groups do not have, such as the Sahel. */
  readonly key: string | null;
  readonly names: readonly string[];
}

/** Words and places whose names are nearly those of a country. */
export interface NearWords {
  readonly meaning: string;
  readonly words: readonly string[];
}

/** All lists but the spellings of countries. */
export interface AtlasReference {
  readonly countries: readonly Country[];
  readonly regions: readonly Region[];
  readonly groups: readonly CountryGroup[];
  readonly incomeGroups: readonly IncomeGroup[];
  readonly sdgs: readonly Sdg[];
  readonly sdgTargets: readonly SdgTarget[];
  readonly sectors: readonly DacSector[];
  readonly segibSectors: readonly SegibSector[];
  readonly themes: readonly Theme[];
  readonly actorTypes: readonly ActorType[];
  readonly actorRoles: readonly NamedCode[];
  readonly modalities: readonly NamedCode[];
  readonly countryRoles: readonly NamedCode[];
}

/** What is needed to recognise countries and regions in free text. */
export interface PlaceSpellings {
  readonly countries: readonly CountryNames[];
  readonly regions: readonly RegionNames[];
  readonly outsideIso: readonly NamesOutsideIso[];
  readonly nearWords: readonly NearWords[];
}
