import type { CaseFeatures } from '../../cases/contracts.js';

/**
 * In what two cases can be alike. `theme` to `goal` say what was done, `country` to `group` where, the rest how
 * and when.
 */
export const DIMENSIONS = [
  'theme',
  'broader-theme',
  'target',
  'goal',
  'country',
  'region',
  'income',
  'group',
  'modality',
  'roles',
  'actor-type',
  'scale',
  'years',
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Those that make a case a comparable experience at all: without one of them in common nothing is compared. */
export const SUBJECT: ReadonlySet<Dimension> = new Set(['theme', 'broader-theme', 'target', 'goal']);

/** What a case says in each dimension: keys such as `theme:irrigation`, `region:015`; a year for `years`. */
export type CaseProfile = Readonly<Record<Dimension, readonly string[]>>;

/** What the atlas knows of the places and themes of a case. */
export interface Surroundings {
  /** Code of the theme that this one is narrower than; null for a theme at the top. */
  broaderTheme(code: string): string | null;
  /** M49 code of the subregion. */
  subregionOf(iso3: string): string | null;
  incomeGroupOf(iso3: string): string | null;
  /** Which of the groups of countries with special needs the country belonged to in that year. */
  specialGroupsOf(iso3: string, year: number): readonly string[];
}

/** Roles of a country in which it received, or in which the work was done. */
const RECEIVING = new Set(['recipient', 'beneficiary', 'both', 'location']);

/**
 * Places are compared by where the work was done: by the countries that received, or by all when none is said to
 * have received. Groups are those of the year of the start: Bhutan of 2015 was a least developed country.
 */
export function profileOf(features: CaseFeatures, surroundings: Surroundings): CaseProfile {
  const { themes, targets, startYear } = features;
  const places = placesOf(features);
  return {
    theme: keyed('theme', themes),
    'broader-theme': keyed(
      'theme',
      themes.map((code) => surroundings.broaderTheme(code) ?? code),
    ),
    target: keyed('target', targets),
    goal: keyed('sdg', [...features.goals, ...targets.map((code) => code.split('.')[0]!)]),
    country: keyed('country', places),
    region: keyed('region', places.map((iso3) => surroundings.subregionOf(iso3)).filter(isKnown)),
    income: keyed('income', places.map((iso3) => surroundings.incomeGroupOf(iso3)).filter(isKnown)),
    group:
      startYear === null
        ? []
        : keyed(
            'group',
            places.flatMap((iso3) => surroundings.specialGroupsOf(iso3, startYear)),
          ),
    modality: keyed('modality', features.modality === null ? [] : [features.modality]),
    roles: rolesPattern(features),
    'actor-type': keyed('actor-type', features.actors.map(({ type }) => type).filter(isKnown)),
    scale: keyed('scale', features.scale === null ? [] : [features.scale]),
    years: startYear === null ? [] : [String(startYear)],
  };
}

/**
 * Whether a case says nothing in a dimension. Belonging to no group is something said, as soon as place and year
 * are known.
 */
export function isSilent(profile: CaseProfile, dimension: Dimension): boolean {
  if (dimension === 'group') return profile.country.length === 0 || profile.years.length === 0;
  return profile[dimension].length === 0;
}

function placesOf({ countries }: CaseFeatures): string[] {
  const receiving = countries.filter(({ role }) => RECEIVING.has(role));
  return (receiving.length > 0 ? receiving : countries).map(({ iso3 }) => iso3);
}

/** One key for the roles that countries had towards each other, such as `roles:provider+recipient`. */
function rolesPattern({ countries }: CaseFeatures): string[] {
  const roles = [...new Set(countries.map(({ role }) => role as string))].sort();
  return roles.length === 0 ? [] : [`roles:${roles.join('+')}`];
}

function keyed(type: string, codes: readonly string[]): string[] {
  return [...new Set(codes)].sort().map((code) => `${type}:${code}`);
}

function isKnown<Value>(value: Value | null): value is Value {
  return value !== null;
}
