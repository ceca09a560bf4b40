import type { QueryWord, SoughtWord } from '../text/query-words.js';
import type { DocumentRow, DocumentTables } from './document-tables.js';
import { holdsRun } from './run-check.js';
import type { ValueFilter } from './value-column.js';
import type { SimilarTerm, Vocabulary } from './vocabulary.js';
import { NOTHING, type Ranked, type WordIndex } from './word-index.js';

/** How much is forgiven, step by step: whole words come before words of which only the beginning was typed. */
const STEPS: readonly Leniency[] = [
  { typos: 1, unfinished: false },
  { typos: 1, unfinished: true },
  { typos: 2, unfinished: false },
  { typos: 2, unfinished: true },
];
/** So many words may be meant by one that finds nothing, where other words of the query decide which. */
const MOST_ALTERNATIVES = 32;
/** With fewer documents than this, one of several words may be another word than the one that was meant. */
const FEW = 10;

/** The documents that the words find among those the reader may see, in no order, each once. */
export interface Match extends Ranked {
  words: SoughtWord[];
}

interface Leniency {
  typos: number;
  /** Whether the last word may be the beginning of what was meant. */
  unfinished: boolean;
}

/** Finds the documents that hold all words of a query for one reader; forgives typing errors where that finds nothing. */
export class ForgivingMatch {
  readonly #vocabulary: Vocabulary;
  readonly #index: WordIndex;
  readonly #tables: DocumentTables;
  readonly #readable: ValueFilter;
  readonly #similar = new Map<string, SimilarTerm[]>();

  /** @param readable whether the reader may see a document */
  constructor(vocabulary: Vocabulary, index: WordIndex, tables: DocumentTables, readable: ValueFilter) {
    this.#vocabulary = vocabulary;
    this.#index = index;
    this.#tables = tables;
    this.#readable = readable;
  }

  /**
   * When the words as typed find nothing, words that resemble them are tried. A word counts as missing when *this
   * reader* finds nothing by it, and only words that find something for this reader replace it; so corrections tell
   * nobody what others wrote.
   */
  find(typed: QueryWord[]): Match {
    const literal = this.#match(typed);
    const [first] = typed;
    if (first && typed.length === 1)
      return isEmpty(literal) ? (this.#findOneWord(first) ?? literal) : literal;
    if (isEmpty(literal)) return this.#findSeveralWords(typed) ?? literal;
    return literal.rows.length < FEW ? this.#withNearTitles(literal) : literal;
  }

  /** Nothing beside it says what was meant, so it is the likeliest word. */
  #findOneWord(word: QueryWord): Match | null {
    for (const step of STEPS) {
      const [likeliest] = this.#alternatives(word, step, 1);
      if (likeliest !== undefined) return this.#match([{ ...word, instead: [likeliest] }]);
    }
    return null;
  }

  /** For each missing word all that may be meant are taken: the words beside it decide. */
  #findSeveralWords(typed: QueryWord[]): Match | null {
    const missing = typed.filter((word) => !this.#finds(word));
    // Where all words find something, only one of them is forgiven, and one typo.
    const steps = missing.length > 0 ? STEPS : STEPS.filter(({ typos }) => typos === 1);
    for (const step of steps) {
      const words = typed.map((word) => (missing.includes(word) ? this.#forgiven(word, step) : word));
      if (!areAll(words)) continue;
      const match = missing.length > 0 ? this.#match(words) : null;
      if (match && !isEmpty(match)) return match;
      const one = this.#withOneForgiven(words, { typos: 1, unfinished: step.unfinished });
      if (!isEmpty(one)) return one;
    }
    return null;
  }

  /**
   * What holds all of the words but one, and in its place one that resembles it. These words do find something, so they
   * are one typo from what was meant at most: two seldom make another word.
   */
  #withOneForgiven(words: SoughtWord[], step: Leniency, inTitle = false): Match {
    const scores = new Map<number, number>();
    const sought = [...words];
    for (const [at, word] of words.entries()) {
      if (word.instead) continue;
      const forgiven = this.#forgiven(word, step);
      if (!forgiven) continue;
      const found = this.#match(words.with(at, forgiven), inTitle);
      if (isEmpty(found)) continue;
      sought[at] = { ...word, also: forgiven.instead };
      for (const [place, row] of found.rows.entries()) {
        scores.set(row, Math.max(scores.get(row) ?? 0, found.scores[place]!));
      }
    }
    return {
      words: sought,
      rows: Uint32Array.from(scores.keys()),
      scores: Float32Array.from(scores.values()),
    };
  }

  /**
   * An error may make another word. So where hardly anything is found, titles that hold all the words but for one
   * letter come after it: whoever types several words of a title looks for that.
   */
  #withNearTitles(literal: Match): Match {
    const near = this.#withOneForgiven(literal.words, STEPS[0]!, true);
    if (isEmpty(near)) return literal;
    const scores = new Map<number, number>();
    const best = Math.max(...near.scores);
    for (const [at, row] of near.rows.entries()) scores.set(row, near.scores[at]! - best - 1);
    for (const [at, row] of literal.rows.entries()) scores.set(row, literal.scores[at]!);
    return {
      words: near.words,
      rows: Uint32Array.from(scores.keys()),
      scores: Float32Array.from(scores.values()),
    };
  }

  #forgiven(word: QueryWord, step: Leniency): (SoughtWord & { instead: string[] }) | null {
    const terms = this.#alternatives(word, step, MOST_ALTERNATIVES);
    return terms.length === 0 ? null : { ...word, instead: terms };
  }

  /** Terms that may have been meant, the likeliest first, each finding something for this reader. */
  #alternatives(word: QueryWord, { typos, unfinished }: Leniency, most: number): string[] {
    if (word.unspaced) return [];
    const name = `${typos} ${word.prefix} ${word.terms[0]}`;
    const similar = this.#similar.get(name) ?? this.#vocabulary.similar(word.terms[0]!, word.prefix, typos);
    this.#similar.set(name, similar);
    const terms: string[] = [];
    for (const { id, term, beginning } of similar) {
      if (terms.length === most) break;
      if ((unfinished || !beginning) && this.#isReadable([id])) terms.push(term);
    }
    return terms;
  }

  /** Whether this reader finds anything by the word. */
  #finds(word: QueryWord): boolean {
    const [terms, ...others] = this.#termsOf(word);
    return others.length === 0 ? this.#isReadable(terms!) : !isEmpty(this.#match([word]));
  }

  #isReadable(terms: number[]): boolean {
    return this.#index.someHolds(terms, (row) => this.#readable.has(row));
  }

  #match(words: SoughtWord[], inTitle = false): Match {
    const wanted = words.flatMap((word) => this.#termsOf(word));
    const { rows, scores } = wanted.every((terms) => terms.length > 0)
      ? this.#index.match(wanted, inTitle)
      : NOTHING;
    const runs = words.filter(({ unspaced, terms }) => unspaced && terms.length > 1);
    let kept = 0;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      if (!this.#readable.has(row) || (runs.length > 0 && !this.#holdsRuns(row, runs))) continue;
      rows[kept] = row;
      scores[kept++] = scores[at]!;
    }
    return { words, rows: rows.subarray(0, kept), scores: scores.subarray(0, kept) };
  }

  /** The pairs of a run must follow each other, which only the text itself tells. */
  #holdsRuns(row: number, runs: QueryWord[]): boolean {
    const document: DocumentRow = this.#tables.getRow(row);
    return runs.every((run) => holdsRun(document, run));
  }

  /** For each term that must be there, the numbers of those that do. */
  #termsOf(word: SoughtWord): number[][] {
    const { instead, terms, prefix } = word;
    if (instead) return [instead.flatMap((term) => this.#vocabulary.find(term) ?? [])];
    if (prefix) return [this.#vocabulary.startingWith(terms[0]!)];
    return terms.map((term) => {
      const number = this.#vocabulary.find(term);
      return number === undefined ? [] : [number];
    });
  }
}

function isEmpty({ rows }: Ranked): boolean {
  return rows.length === 0;
}

function areAll(words: (SoughtWord | null)[]): words is SoughtWord[] {
  return !words.includes(null);
}
