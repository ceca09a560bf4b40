import type { CaseFeatures } from '../../cases/contracts.js';
import { type CaseProfile, DIMENSIONS, type Dimension, isSilent } from './case-profile.js';

/**
 * How much a dimension counts before rarity. A judgement, not a measurement: someone who looks for an experience to
 * learn from wants the same work first (theme, target), then like circumstances (a group of countries with the same
 * constraints says more than a common region or income), then the same way of working. Revise it when readers tell
 * which comparisons helped them.
 */
export const DIMENSION_WEIGHTS: Readonly<Record<Dimension, number>> = {
  theme: 3,
  'broader-theme': 1.5,
  target: 2,
  goal: 1,
  country: 1.5,
  region: 1,
  income: 0.7,
  group: 1.2,
  modality: 0.8,
  roles: 0.8,
  'actor-type': 0.6,
  scale: 0.8,
  years: 0.6,
};

/** Tversky's α and β: what only the other case has counts little, or detailed cases would never be found. */
const ONLY_OURS = 1;
const ONLY_THEIRS = 0.25;

/** Of what we say and they are silent about: nobody knows whether it differs, so it counts half as a difference. */
const UNKNOWN_SHARE = 0.5;

/** Starts that are more years apart than this have nothing in common. */
export const YEARS_APART = 3;

/**
 * Rarity of a feature: 1 for what one case in very many has, near 0 for what all have. It is the inverse document
 * frequency of Spärck Jones (1972), scaled to 0–1: to share a rare theme says more than to share a common modality.
 * @param cases how many cases there are
 * @param having how many of them have the feature
 */
export function rarity(cases: number, having: number): number {
  return Math.log1p(cases / Math.max(1, having)) / Math.log1p(Math.max(1, cases));
}

/** 1 for the same year of start, a half for {@link YEARS_APART}, 0 beyond. */
export function closenessOfYears(ours: number, theirs: number): number {
  const apart = Math.abs(ours - theirs);
  return apart > YEARS_APART ? 0 : 1 - apart / (2 * YEARS_APART);
}

/**
 * Tversky's ratio (Features of Similarity, 1977) over weighted features, 0 to 1. It is not symmetric: it says how
 * much of *our* case the other one has.
 * @param unknown weight of what we say in dimensions that the other case is silent about
 */
export function likenessOf(shared: number, ours: number, theirs: number, unknown: number): number {
  if (shared <= 0) return 0;
  const onlyOurs = Math.max(0, ours - shared) - UNKNOWN_SHARE * unknown;
  const onlyTheirs = Math.max(0, theirs - shared);
  return Math.min(1, shared / (shared + ONLY_OURS * onlyOurs + ONLY_THEIRS * onlyTheirs));
}

/** One thing that two cases have in common. */
export interface Share {
  dimension: Dimension;
  /** `theme:irrigation`; for years the two years, ours first. */
  key: string;
  weight: number;
}

export interface Difference {
  dimension: Dimension;
  ours: readonly string[];
  theirs: readonly string[];
}

/** What cases may leave out; the last four are what someone who wants to repeat the work asks for. */
export const REPORTABLE = [
  'modality',
  'scale',
  'years',
  'end-year',
  'actor-type',
  'inputs',
  'results',
  'what-worked',
  'what-did-not',
] as const;

export type Reportable = (typeof REPORTABLE)[number];

export interface Gap {
  dimension: Reportable;
  side: 'ours' | 'theirs' | 'both';
}

/** The weight of a feature among all cases; years have that of their dimension. */
export type WeightOf = (dimension: Dimension, key: string) => number;

/** What both have, the weightiest first. What follows from another shared thing is not told again. */
export function findShares(
  ours: CaseProfile,
  theirs: CaseProfile,
  weightOf: WeightOf,
  broaderTheme: (code: string) => string | null,
): Share[] {
  const shares = DIMENSIONS.flatMap((dimension) =>
    dimension === 'years' ? sharedYears(ours, theirs) : sharedKeys(ours, theirs, dimension, weightOf),
  );
  return shares
    .filter((share) => !isImplied(share, shares, broaderTheme))
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

/** Dimensions in which both say something and nothing is in common. */
export function findDifferences(ours: CaseProfile, theirs: CaseProfile): Difference[] {
  return DIMENSIONS.flatMap((dimension) => {
    if (TOLD_ELSEWHERE.has(dimension) || isSilent(ours, dimension) || isSilent(theirs, dimension)) return [];
    const common =
      dimension === 'years'
        ? sharedYears(ours, theirs).length > 0
        : ours[dimension].some((key) => theirs[dimension].includes(key));
    const nothingAtAll = ours[dimension].length + theirs[dimension].length === 0;
    if (common || nothingAtAll) return [];
    return [{ dimension, ours: ours[dimension], theirs: theirs[dimension] }];
  });
}

/** What one of the two, or both, do not report. Not reported is not the same as not there. */
export function findGaps(ours: CaseFeatures, theirs: CaseFeatures): Gap[] {
  return REPORTABLE.flatMap((dimension): Gap[] => {
    const [we, they] = [reports(ours, dimension), reports(theirs, dimension)];
    if (we && they) return [];
    return [{ dimension, side: we ? 'theirs' : they ? 'ours' : 'both' }];
  });
}

/** A difference in these would repeat the one in theme, target or country. */
const TOLD_ELSEWHERE: ReadonlySet<Dimension> = new Set(['broader-theme', 'goal', 'region']);

function sharedKeys(
  ours: CaseProfile,
  theirs: CaseProfile,
  dimension: Dimension,
  weightOf: WeightOf,
): Share[] {
  return ours[dimension]
    .filter((key) => theirs[dimension].includes(key))
    .map((key) => ({ dimension, key, weight: weightOf(dimension, key) }));
}

function sharedYears(ours: CaseProfile, theirs: CaseProfile): Share[] {
  const [a] = ours.years;
  const [b] = theirs.years;
  if (a === undefined || b === undefined) return [];
  const closeness = closenessOfYears(Number(a), Number(b));
  if (closeness === 0) return [];
  return [{ dimension: 'years', key: `${a}/${b}`, weight: DIMENSION_WEIGHTS.years * closeness }];
}

/** A shared goal says nothing beyond a shared target of it; nor a broader theme, or the region of a shared country. */
function isImplied(share: Share, shares: Share[], broaderTheme: (code: string) => string | null): boolean {
  const shared = (dimension: Dimension) => shares.filter((other) => other.dimension === dimension);
  if (share.dimension === 'goal') {
    const code = share.key.slice('sdg:'.length);
    return shared('target').some(({ key }) => key.startsWith(`target:${code}.`));
  }
  if (share.dimension === 'broader-theme') {
    return shared('theme').some(({ key }) => {
      const code = key.slice('theme:'.length);
      return `theme:${broaderTheme(code) ?? code}` === share.key;
    });
  }
  return share.dimension === 'region' && shared('country').length > 0;
}

function reports(features: CaseFeatures, dimension: Reportable): boolean {
  switch (dimension) {
    case 'modality':
      return features.modality !== null;
    case 'scale':
      return features.scale !== null;
    case 'years':
      return features.startYear !== null;
    case 'end-year':
      return features.endYear !== null || features.ongoing;
    case 'actor-type':
      return features.actors.length > 0;
    case 'inputs':
      return features.reports.inputs;
    case 'results':
      return features.reports.results;
    case 'what-worked':
      return features.reports.whatWorked;
    case 'what-did-not':
      return features.reports.whatDidNot;
  }
}
