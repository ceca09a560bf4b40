import type { SearchAnswer, SearchHit, SearchRequest } from '../search-index.js';
import { readQueryWords, type SoughtWord } from '../text/query-words.js';
import { WordMarker } from '../text/snippet.js';
import { visitTokens } from '../text/tokenizer.js';
import type { DocumentColumns } from './document-columns.js';
import type { DocumentRow, DocumentTables, ShownRow } from './document-tables.js';
import { firstOf } from './first-of.js';
import { ForgivingMatch, type Match } from './forgiving-match.js';
import type { LightDocuments } from './light-documents.js';
import type { Vocabulary } from './vocabulary.js';
import type { WordIndex } from './word-index.js';

const DEFAULT_LIMIT = 20;
const HIGHEST_LIMIT = 100;

/** Rows that pass the filters; all but the named one. */
type Passes = (rows: Uint32Array, except?: string) => Uint32Array;

/** Answers one search. What the reader may not see is left out before anything is counted or corrected. */
export class WordSearch {
  readonly #tables: DocumentTables;
  readonly #columns: DocumentColumns;
  readonly #vocabulary: Vocabulary;
  readonly #words: WordIndex;
  readonly #light: LightDocuments;

  constructor(
    tables: DocumentTables,
    columns: DocumentColumns,
    vocabulary: Vocabulary,
    words: WordIndex,
    light: LightDocuments,
  ) {
    this.#tables = tables;
    this.#columns = columns;
    this.#vocabulary = vocabulary;
    this.#words = words;
    this.#light = light;
  }

  answer(request: SearchRequest): SearchAnswer {
    const begun = performance.now();
    const readable = this.#columns.audienceFilter(request.audiences);
    const typed = readQueryWords(request.q);
    const match: Match =
      typed.length === 0
        ? { words: [], rows: readable.keep(this.#columns.all()), scores: new Float32Array() }
        : new ForgivingMatch(this.#vocabulary, this.#words, this.#tables, readable).find(typed);
    const filters = this.#columns.facetFilters(request.filters ?? {});
    const passes: Passes = (rows, except) => {
      let left = rows;
      for (const [name, filter] of filters) {
        if (name !== except) left = filter.keep(left);
      }
      return left;
    };
    const found = passes(match.rows);
    const facets = (request.facets ?? []).map((name) => {
      const counted = filters.has(name) ? passes(match.rows, name) : found;
      return [name, this.#columns.countValues(name, counted)] as const;
    });
    const offset = wholeNumber(request.offset, 0, 0, Number.MAX_SAFE_INTEGER);
    const limit = wholeNumber(request.limit, DEFAULT_LIMIT, 1, HIGHEST_LIMIT);
    const ordered =
      typed.length === 0 || request.sort === 'newest'
        ? this.#columns.newest(found, offset + limit)
        : this.#bestFirst(match, found, passes(readable.keep(this.#named(match.words))), offset + limit);
    const page = ordered.slice(offset, offset + limit);
    const marker = new WordMarker(match.words);
    return {
      hits: page.map((row) => toHit(this.#tables.getShown(row), marker)),
      total: found.length,
      facets: Object.fromEntries(facets),
      tookMs: performance.now() - begun,
      corrected: this.#corrected(match.words, page[0]),
    };
  }

  #corrected(words: SoughtWord[], best: number | undefined): Record<string, string> {
    if (!words.some(({ instead, also }) => instead ?? also)) return {};
    return correctedWords(words, best === undefined ? undefined : this.#tables.getRow(best));
  }

  /** What goes by the whole query as its name. */
  #named(words: SoughtWord[]): Uint32Array {
    return this.#light.named(
      words.map((word) => (word.instead ? { ...word, terms: [word.instead[0]!] } : word)),
    );
  }

  /** The first `most` of the found rows, and before them those that are named. */
  #bestFirst(match: Match, found: Uint32Array, named: Uint32Array, most: number): number[] {
    const scores = new Float32Array(found.length);
    const weighs = this.#light.count > 0;
    // Filters leave rows out, and leave the others in their order.
    let from = 0;
    for (let at = 0; at < found.length; at++) {
      const row = found[at]!;
      while (match.rows[from] !== row) from++;
      const score = match.scores[from]!;
      // What is not as good as what was found by the letter has a score below zero: it must not gain by its weight.
      scores[at] = weighs && score > 0 ? score * this.#light.weightOf(row) : score;
    }
    const places = Uint32Array.from(found.keys());
    const best = firstOf(places, most, (a, b) => scores[b]! - scores[a]! || found[b]! - found[a]!);
    const ordered = new Set(named);
    for (const place of best) ordered.add(found[place]!);
    return [...ordered];
  }
}

function toHit(row: ShownRow, marker: WordMarker): SearchHit {
  return {
    key: row.key,
    type: row.type,
    url: row.url,
    lang: row.lang,
    at: row.at,
    title: marker.mark(row.title),
    snippet: marker.snippet(row.text),
    facets: JSON.parse(row.facets) as Record<string, string[]>,
  };
}

/** Names the corrections as the best document writes them: with their accents, not as they are indexed. */
function correctedWords(words: readonly SoughtWord[], best: DocumentRow | undefined): Record<string, string> {
  const corrected: [string, string][] = [];
  for (const word of words) {
    const terms = word.instead ?? word.also;
    if (!terms) continue;
    if (word.also && (!best || writtenIn(best, (term) => isTyped(word, term)))) continue;
    const meant = new Set(terms);
    const written = best && writtenIn(best, (term) => meant.has(term));
    if (written || word.instead) corrected.push([word.typed, written ?? terms[0]!]);
  }
  return Object.fromEntries(corrected);
}

function isTyped({ terms, prefix }: SoughtWord, term: string): boolean {
  return prefix ? term.startsWith(terms[0]!) : term === terms[0];
}

/** The first such word of the document, as it is written there. */
function writtenIn(row: DocumentRow, isSuch: (term: string) => boolean): string | undefined {
  let written: string | undefined;
  for (const text of [row.title, row.text, row.keywords, row.names]) {
    visitTokens(text, (term, start, end) => {
      if (!isSuch(term)) return true;
      written = text.slice(start, end).toLowerCase();
      return false;
    });
    if (written) return written;
  }
  return undefined;
}

function wholeNumber(value: number | undefined, otherwise: number, least: number, most: number): number {
  const number = Number.isFinite(value) ? Math.trunc(value!) : otherwise;
  return Math.min(most, Math.max(least, number));
}
