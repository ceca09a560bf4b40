import { diffWordsWithSpace } from 'diff';

/** A stretch of words that stayed, came, or went. */
export interface WordChange {
  text: string;
  kind: 'kept' | 'added' | 'removed';
}

/** Texts that differ in more words than this are rewritten rather than changed: nobody reads such a comparison. */
const MOST_CHANGES = 1500;

/** What changed from one version of a text to the next, word by word; null when almost nothing stayed. */
export function wordChanges(before: string, after: string): WordChange[] | null {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES, timeout: 100 });
  return (
    changes?.map(({ value, added, removed }) => ({
      text: value,
      kind: added ? 'added' : removed ? 'removed' : 'kept',
    })) ?? null
  );
}
