import type { SearchAnswer, SearchHit, SearchRequest } from '../search-index.js';
import { matchExpression, type QueryWord, readQueryWords } from '../text/query-words.js';
import { WordMarker } from '../text/snippet.js';
import type { DocumentColumns } from './document-columns.js';
import type { DocumentRow, FtsTables } from './fts-tables.js';
import type { LightDocuments } from './light-documents.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Ranking costs about a microsecond per document. Beyond this many, those that match in the title come first, then
 * those that match in title and text, then those found by their keywords; the newest first among the last two.
 */
const MOST_RANKED = 3_000;
const MOST_ALTERNATIVES = 4;
const MOST_ATTEMPTS = 16;
const SAMPLE = 64;
const DEFAULT_LIMIT = 20;
const HIGHEST_LIMIT = 100;

/** The documents that the words find among those the reader may see. */
interface Match {
  words: QueryWord[];
  /** How many match before anything is filtered: the cost of ranking them. */
  matched: number;
  visible: Uint32Array;
}

/** Answers one search. What the reader may not see is left out before anything is counted or corrected. */
export class FtsSearch {
  readonly #tables: FtsTables;
  readonly #columns: DocumentColumns;
  readonly #vocabulary: Vocabulary;
  readonly #light: LightDocuments;
  #audiences: readonly string[] = [];

  constructor(tables: FtsTables, columns: DocumentColumns, vocabulary: Vocabulary, light: LightDocuments) {
    this.#tables = tables;
    this.#columns = columns;
    this.#vocabulary = vocabulary;
    this.#light = light;
  }

  answer(request: SearchRequest): SearchAnswer {
    const begun = performance.now();
    this.#audiences = request.audiences;
    const typed = readQueryWords(request.q);
    const match = this.#matchForgivingly(typed);
    const filters = this.#columns.facetFilters(request.filters ?? {});
    const passes = (rows: Uint32Array, except?: string): Uint32Array => {
      let left = rows;
      for (const [name, filter] of filters) {
        if (name !== except) left = filter.keep(left);
      }
      return left;
    };
    const found = passes(match.visible);
    const facets = (request.facets ?? []).map((name) => {
      const counted = filters.has(name) ? passes(match.visible, name) : found;
      return [name, this.#columns.countValues(name, counted)] as const;
    });
    const offset = wholeNumber(request.offset, 0, 0, Number.MAX_SAFE_INTEGER);
    const limit = wholeNumber(request.limit, DEFAULT_LIMIT, 1, HIGHEST_LIMIT);
    const page = this.#order(request, match, found, passes, offset + limit).slice(offset, offset + limit);
    const rows = page.map((row) => this.#tables.getRow(row));
    const marker = new WordMarker(match.words);
    return {
      hits: rows.map((row) => toHit(row, marker)),
      total: found.length,
      facets: Object.fromEntries(facets),
      tookMs: performance.now() - begun,
      corrected: correctedWords(typed, match.words, rows),
    };
  }

  #match(words: QueryWord[]): Match {
    const rows = words.length === 0 ? this.#columns.all() : this.#tables.matching(matchExpression(words));
    return { words, matched: rows.length, visible: this.#columns.visible(rows, this.#audiences) };
  }

  /** Whether this reader finds anything by the word; a few documents mostly tell already. */
  #finds(word: QueryWord): boolean {
    const expression = matchExpression([word]);
    const sample = this.#tables.matching(expression, SAMPLE);
    if (this.#columns.visible(sample, this.#audiences).length > 0) return true;
    return sample.length === SAMPLE && this.#match([word]).visible.length > 0;
  }

  /**
   * When the words as typed find nothing, words that resemble them are tried, likeliest first. A word counts as
   * missing when *this reader* finds nothing by it, and only a word that finds something for this reader replaces
   * it; so corrections tell nobody what others wrote.
   */
  #matchForgivingly(typed: QueryWord[]): Match {
    const literal = this.#match(typed);
    if (literal.visible.length > 0 || typed.length === 0) return literal;
    const missing = typed.length === 1 ? typed : typed.filter((word) => !this.#finds(word));
    const alternatives = new Map(
      (missing.length > 0 ? missing : typed).map((word) => [word, this.#alternatives(word)]),
    );
    if (missing.some((word) => alternatives.get(word)!.length === 0)) return literal;
    const base = missing.length === 0 ? typed : typed.map((word) => alternatives.get(word)?.[0] ?? word);
    const attempts = missing.length === 0 ? [] : [base];
    for (const [word, choices] of alternatives) {
      const at = typed.indexOf(word);
      for (const choice of choices) if (base[at] !== choice) attempts.push(base.with(at, choice));
    }
    for (const words of attempts.slice(0, MOST_ATTEMPTS)) {
      const match = this.#match(words);
      if (match.visible.length > 0) return match;
    }
    return literal;
  }

  /** Words that may have been meant, each finding something for this reader. */
  #alternatives(word: QueryWord): QueryWord[] {
    if (word.unspaced) return [];
    const found: QueryWord[] = [];
    for (const { term } of this.#vocabulary.similar(word.terms[0]!, word.prefix, MOST_ATTEMPTS)) {
      const alternative = { ...word, terms: [term], prefix: false };
      if (this.#finds(alternative)) found.push(alternative);
      if (found.length === MOST_ALTERNATIVES) break;
    }
    return found;
  }

  /** At least the first `most` of the found rows, in the order asked for. */
  #order(
    request: SearchRequest,
    match: Match,
    found: Uint32Array,
    passes: (rows: Uint32Array) => Uint32Array,
    most: number,
  ): number[] {
    if (match.words.length === 0 || request.sort === 'newest') return this.#columns.newest(found, most);
    const allowed = (rows: Uint32Array) => passes(this.#columns.visible(rows, this.#audiences));
    const ordered = new Set<number>(allowed(this.#light.named(match.words)));
    if (match.matched <= MOST_RANKED) {
      addAll(ordered, allowed(this.#ranked(matchExpression(match.words))));
      return [...ordered];
    }
    const inTitle = matchExpression(match.words, ['title']);
    const titles = this.#tables.matching(inTitle);
    if (titles.length <= MOST_RANKED) addAll(ordered, allowed(this.#ranked(inTitle)));
    else addAll(ordered, this.#columns.newest(allowed(titles), most));
    if (ordered.size < most) {
      const written = this.#tables.matching(matchExpression(match.words, ['title', 'text']));
      addAll(ordered, this.#columns.newest(allowed(written), most + ordered.size));
    }
    if (ordered.size < most) addAll(ordered, this.#columns.newest(found, most + ordered.size));
    return [...ordered];
  }

  /** The documents that match, best first. */
  #ranked(expression: string): Uint32Array {
    const { ids, ranks } = this.#tables.ranked(expression);
    const places = ids.map((id, at) => ({ id, rank: ranks[at]! * this.#light.weightOf(id) }));
    return Uint32Array.from(
      places.sort((a, b) => a.rank - b.rank || b.id - a.id),
      ({ id }) => id,
    );
  }
}

/** Appends what is not there yet. */
function addAll(ordered: Set<number>, rows: Iterable<number>): void {
  for (const row of rows) ordered.add(row);
}

function toHit(row: DocumentRow, marker: WordMarker): SearchHit {
  return {
    key: row.key,
    type: row.type,
    url: row.url,
    lang: row.lang ?? undefined,
    at: row.at,
    title: marker.mark(row.title),
    snippet: marker.snippet(row.text),
    facets: JSON.parse(row.facets) as Record<string, string[]>,
  };
}

/** Names the corrections as the found documents write them: with their accents, not as they are indexed. */
function correctedWords(typed: QueryWord[], used: QueryWord[], rows: DocumentRow[]): Record<string, string> {
  const corrected: [string, string][] = [];
  for (const [at, word] of used.entries()) {
    const before = typed[at]!;
    if (word === before) continue;
    const term = word.terms[0]!;
    let written: string | undefined;
    for (const row of rows) {
      for (const text of [row.title, row.text, row.keywords, row.names])
        written ??= WordMarker.findWritten(text, term);
      if (written) break;
    }
    corrected.push([before.typed, written ?? term]);
  }
  return Object.fromEntries(corrected);
}

function wholeNumber(value: number | undefined, otherwise: number, least: number, most: number): number {
  const number = Number.isFinite(value) ? Math.trunc(value!) : otherwise;
  return Math.min(most, Math.max(least, number));
}
