import type { CaseContent } from '../rules/case-content.js';
import type { MappedRow } from './map-row.js';

const TEXTS = ['summary', 'context', 'approach', 'whatWorked', 'whatDidNot'] as const;

/**
 * Two rows that tell of one case as one: lists are united, what the first does not say the second adds.
 * @param texts whether a text that differs is left out, or put below the first
 * @returns null when they bear different titles: then one id was given to two cases
 */
export function mergeRows(first: MappedRow, second: MappedRow, texts: 'first' | 'join'): MappedRow | null {
  if (first.content.title.toLowerCase() !== second.content.title.toLowerCase()) return null;
  return {
    ...first,
    content: mergeContent(first.content, second.content, texts),
    sourceUrl: first.sourceUrl ?? second.sourceUrl,
    postedAt: first.postedAt ?? second.postedAt,
    modality: first.modality ?? second.modality,
    countries: unite(first.countries, second.countries),
    themes: unite(first.themes, second.themes),
    targets: unite(first.targets, second.targets),
    actors: unite(first.actors, second.actors),
    notes: [...first.notes, ...second.notes],
  };
}

function mergeContent(first: CaseContent, second: CaseContent, texts: 'first' | 'join'): CaseContent {
  const merged: CaseContent = {
    ...first,
    lang: first.lang ?? second.lang,
    startYear: earliest(first.startYear, second.startYear),
    endYear: latest(first.endYear, second.endYear),
    ongoing: first.ongoing || second.ongoing,
    scale: first.scale ?? second.scale,
  };
  for (const name of TEXTS)
    merged[name] = mergeText(first[name], second[name], name === 'summary' ? 'first' : texts);
  return merged;
}

function mergeText(first: string | null, second: string | null, texts: 'first' | 'join'): string | null {
  if (first === null || second === null) return first ?? second;
  return texts === 'first' || first.includes(second) ? first : `${first}\n\n${second}`;
}

function unite<Item>(first: Item[], second: Item[]): Item[] {
  const byContent = new Map([...first, ...second].map((item) => [JSON.stringify(item), item]));
  return [...byContent.values()];
}

function earliest(first: number | null, second: number | null): number | null {
  return first === null || second === null ? (first ?? second) : Math.min(first, second);
}

function latest(first: number | null, second: number | null): number | null {
  return first === null || second === null ? (first ?? second) : Math.max(first, second);
}
