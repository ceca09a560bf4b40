import type { QueryWord, SoughtWord } from '../text/query-words.js';
import { visitTokens } from '../text/tokenizer.js';
import { typosBetween } from '../text/typos.js';
import { typosForgivenThere } from './meili-settings.js';

/**
 * The words of a query with what was taken for them in the texts of a document that they have found. The server does not
 * tell which typos it forgave; where a word stands there as typed, nothing else was taken.
 */
export function wordsFoundIn(words: readonly QueryWord[], texts: readonly string[]): SoughtWord[] {
  const terms = new Set<string>();
  for (const text of texts) visitTokens(text, (term) => void terms.add(term));
  return words.map((word) => {
    if (word.unspaced || holds(terms, word)) return word;
    const similar = [...terms].filter((term) => isTakenFor(term, word));
    return similar.length > 0 ? { ...word, instead: similar } : word;
  });
}

function holds(terms: ReadonlySet<string>, { terms: [typed = ''], prefix }: QueryWord): boolean {
  if (terms.has(typed)) return true;
  return prefix && [...terms].some((term) => term.startsWith(typed));
}

/** The last word may be unfinished: then the beginning of the term counts. */
function isTakenFor(term: string, { terms: [typed = ''], prefix }: QueryWord): boolean {
  const most = typosForgivenThere(typed);
  if (most === 0) return false;
  if (typosBetween(typed, term, most) <= most) return true;
  return prefix && typosBetween(typed, term.slice(0, typed.length), most) <= most;
}
