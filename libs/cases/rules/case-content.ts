import type { ActorRole, CaseScale, Confidence, CountryRole } from './case-codes.js';

/** One result: what changed, by how much, from where, and how anybody knows. */
export interface CaseResult {
  what: string;
  value: string;
  baseline?: string | null;
  how?: string | null;
  confidence?: Confidence | null;
}

/** What it took. */
export interface CaseInputs {
  money?: { amount: number; currency: string; year?: number | null } | null;
  expertDays?: number | null;
  peopleHosted?: number | null;
  other?: string | null;
}

/** What a case says in its own words and figures. Null: not reported. */
export interface CaseContent {
  lang: string | null;
  title: string;
  summary: string | null;
  context: string | null;
  approach: string | null;
  whatWorked: string | null;
  whatDidNot: string | null;
  results: CaseResult[];
  inputs: CaseInputs | null;
  startYear: number | null;
  endYear: number | null;
  ongoing: boolean;
  scale: CaseScale | null;
}

/** What a case is linked to, by entity key. */
export interface CaseLinks {
  countries: { key: string; role: CountryRole }[];
  actors: { key: string; role: ActorRole }[];
  themes: string[];
  /** Targets and goals; with a target comes its goal. */
  targets: string[];
  modality: string | null;
}

/** How many of each a case is linked to: enough for the rules about completeness. */
export interface LinkCounts {
  countries: number;
  actors: number;
  themes: number;
  targets: number;
}

export const EMPTY_CONTENT: Omit<CaseContent, 'title' | 'lang'> = {
  summary: null,
  context: null,
  approach: null,
  whatWorked: null,
  whatDidNot: null,
  results: [],
  inputs: null,
  startYear: null,
  endYear: null,
  ongoing: false,
  scale: null,
};

export const NO_LINKS: CaseLinks = { countries: [], actors: [], themes: [], targets: [], modality: null };

export function countLinks(links: CaseLinks): LinkCounts {
  return {
    countries: links.countries.length,
    actors: links.actors.length,
    themes: links.themes.length,
    targets: links.targets.length,
  };
}

/** Every key that the case is linked to, each once. */
export function linkedKeys(links: CaseLinks): string[] {
  const { countries, actors, themes, targets, modality } = links;
  const ends = [...countries, ...actors].map(({ key }) => key);
  return [...new Set([...ends, ...themes, ...targets, ...(modality ? [modality] : [])])];
}

/** Adds to each target (`target:6.4`) its goal (`sdg:6`), so that a case is found under both. */
export function withGoals(targets: string[]): string[] {
  const goals = targets.flatMap((key) => {
    const goal = /^target:(\d{1,2})\./.exec(key)?.[1];
    return goal ? [`sdg:${goal}`] : [];
  });
  return [...new Set([...targets, ...goals])];
}
