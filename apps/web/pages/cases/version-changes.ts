import type { CaseHistoryView } from '../../../../libs/cases/index.js';
import { type WordChange, wordChanges } from '../threads/word-changes.js';

type Version = CaseHistoryView['items'][number];

/** Parts of a case in the order of its page; texts are compared word by word, the rest as a whole. */
const TEXTS = ['title', 'summary', 'whatWorked', 'whatDidNot', 'context', 'approach'] as const;
const REST = [
  'countries',
  'modality',
  'themes',
  'targets',
  'actors',
  'results',
  'inputs',
  'scale',
  'lang',
] as const;
const YEARS = ['startYear', 'endYear', 'ongoing'] as const;

export interface TextChange {
  part: (typeof TEXTS)[number];
  /** Null when so much changed that the new text is shown alone. */
  words: WordChange[] | null;
  text: string;
}

export interface VersionChanges {
  texts: TextChange[];
  /** Other parts that changed, by name. */
  parts: string[];
}

/** What a version changed; null for the first one, which began it all. */
export function changesBetween(before: Version | undefined, after: Version): VersionChanges | null {
  if (!before) return null;
  const differs = (part: string) =>
    JSON.stringify(before.data[part] ?? null) !== JSON.stringify(after.data[part] ?? null);
  const texts = TEXTS.filter(differs).map((part) => {
    const text = textOf(after, part);
    return { part, text, words: wordChanges(textOf(before, part), text) };
  });
  return { texts, parts: [...REST.filter(differs), ...(YEARS.some(differs) ? ['years'] : [])] };
}

function textOf({ data }: Version, part: string): string {
  const text = data[part];
  return typeof text === 'string' ? text : '';
}
