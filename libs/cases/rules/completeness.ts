import type { CaseContent, LinkCounts } from './case-content.js';

const WEIGHTS = {
  summary: 10,
  context: 10,
  approach: 10,
  whatWorked: 15,
  whatDidNot: 15,
  results: 10,
  inputs: 5,
  countries: 5,
  actors: 5,
  themes: 5,
  targets: 5,
  years: 5,
} as const;

/** A part of the template that a case may leave open. */
export type CasePart = keyof typeof WEIGHTS;

export const CASE_PARTS = Object.keys(WEIGHTS) as CasePart[];

export interface Completeness {
  /** 0–100. The two halves of the experience weigh most. */
  percent: number;
  /** What is not reported, in the order of the template. */
  gaps: CasePart[];
}

/** How much of the template a case fills. */
export function measureCompleteness(content: CaseContent, links: LinkCounts): Completeness {
  const isThere: Record<CasePart, boolean> = {
    summary: Boolean(content.summary),
    context: Boolean(content.context),
    approach: Boolean(content.approach),
    whatWorked: Boolean(content.whatWorked),
    whatDidNot: Boolean(content.whatDidNot),
    results: content.results.length > 0,
    inputs: hasInputs(content),
    countries: links.countries > 0,
    actors: links.actors > 0,
    themes: links.themes > 0,
    targets: links.targets > 0,
    years: content.startYear !== null,
  };
  const gaps = CASE_PARTS.filter((part) => !isThere[part]);
  const lost = gaps.reduce((sum, part) => sum + WEIGHTS[part], 0);
  return { percent: 100 - lost, gaps };
}

export function hasInputs({ inputs }: Pick<CaseContent, 'inputs'>): boolean {
  return inputs !== null && Object.values(inputs).some((value) => value !== null && value !== undefined);
}
