import { cleanText, visitTokens } from './tokenizer.js';

/** One word that every found document must hold. */
export interface QueryWord {
  /** As it stands in the query. */
  typed: string;
  /** One term, or the pairs of a Han or Kana run, which must follow each other. */
  terms: string[];
  /** Longer words that begin like this one are found too. */
  prefix: boolean;
  unspaced: boolean;
}

/** A word with what was taken for it. */
export interface SoughtWord extends QueryWord {
  /** Terms of which one stands for the word, which itself finds nothing. */
  instead?: string[];
  /** Terms that were taken besides what was typed. */
  also?: string[];
}

const LONGEST_QUERY = 200;
const MOST_WORDS = 16;

/** Reads a query as plain text. The last word may be unfinished: it also finds what begins like it. */
export function readQueryWords(q: string): QueryWord[] {
  const text = cleanText(String(q ?? '').slice(0, LONGEST_QUERY));
  const words: QueryWord[] = [];
  let runStart = -1;
  let runEnd = -1;
  visitTokens(text, (term, start, end, unspaced) => {
    const last = words.at(-1);
    if (unspaced && last?.unspaced && start < runEnd) {
      // The closing single character of a run belongs to the index only: in a query the pairs say it all.
      if ([...term].length < 2) return;
      last.terms.push(term);
      last.typed = text.slice(runStart, end);
      runEnd = end;
      return;
    }
    if (words.length === MOST_WORDS) return false;
    words.push({ typed: text.slice(start, end), terms: [term], prefix: false, unspaced });
    runStart = start;
    runEnd = end;
  });
  for (const word of words) if (word.unspaced) word.prefix = [...word.terms[0]!].length === 1;
  const last = words.at(-1);
  if (last) last.prefix = last.prefix || !last.unspaced;
  return withoutRepeats(words);
}

function withoutRepeats(words: QueryWord[]): QueryWord[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const name = `${word.terms.join(' ')}${word.prefix ? '*' : ''}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** The words as one name, to be compared with others whatever their accents and case. */
export function nameOf(words: readonly QueryWord[]): string {
  return words.map(({ terms }) => terms.join(' ')).join(' ');
}
