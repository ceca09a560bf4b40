/**
 * The search port. The index is a copy of the graph for finding things in text: it may lag behind, it may be
 * thrown away, and `minga reindex` builds it anew. Two engines stand behind it: one of our own in a worker thread
 * (`EmbeddedSearchIndex`) and Meilisearch (`MeiliSearchIndex`).
 */

/** One thing that can be found. */
export interface SearchDocument {
  /** `type:id`, unique over all types. */
  key: string;
  type: string;
  title: string;
  /** Plain text, without markup. */
  text: string;
  /**
   * Further words by which it is found: the names of its themes and countries in all languages, so that a word of
   * one language finds what is written in another. They count little, and are never shown or marked: when nothing
   * else matches, the snippet is the beginning of the text.
   */
  keywords?: string;
  /** Other names by which it goes, in all languages; they find it as keywords do. */
  names?: string[];
  /**
   * How much a match counts: above 0, at most 1, which is the default. With less, a document stands back behind
   * others that match as well; unless the whole query is its title or another of its names, the last word perhaps
   * unfinished: then it comes first. For countries, themes and the like, which are to be found but are seldom what
   * is looked for.
   */
  weight?: number;
  /** BCP 47 language of the text, when known. */
  lang?: string;
  /** Path of the page to open. */
  url: string;
  /** Who may find it: `public`, `member`, `person:ID`, … A reader finds it when they hold one of these. */
  audience: string[];
  /** Values to filter and count by, for example `{ country: ['PER'], year: ['2019'] }`. */
  facets: Record<string, string[]>;
  /** ISO 8601 time used when sorting by newest. */
  at: string;
}

export interface SearchRequest {
  /** Words as typed. Empty finds everything that the filters allow, newest first. */
  q: string;
  /** Values of one facet are alternatives; different facets must all hold. `type` is a facet too. */
  filters?: Record<string, string[]>;
  /** What the reader holds; see {@link SearchDocument.audience}. */
  audiences: string[];
  /** Facets to count. For a facet that is itself filtered, counts ignore that one filter, so that alternatives stay visible. */
  facets?: string[];
  /** 1–100, 20 by default. */
  limit?: number;
  offset?: number;
  sort?: 'relevance' | 'newest';
}

/** A piece of text in which the matching words are known: render the marked parts with `<mark>`. */
export type MarkedText = { text: string; marked: boolean }[];

export interface SearchHit {
  key: string;
  type: string;
  url: string;
  lang: string | null;
  at: string;
  title: MarkedText;
  /** About 200 characters around the first match. */
  snippet: MarkedText;
  facets: Record<string, string[]>;
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** The same as JSON, where they have come as that: for who only sends them on. */
  readyHits?: { json: string; count: number };
  /** How many documents match, filters included. */
  total: number;
  /** Values with counts, highest first. */
  facets: Record<string, { value: string; count: number }[]>;
  /** Milliseconds spent in the engine. */
  tookMs: number;
  /** Words that were corrected, as `{ typed: used }`, when a typo was forgiven. */
  corrected: Record<string, string>;
}

export abstract class SearchIndex {
  /** Whether other processes write to the same index. */
  abstract readonly isShared: boolean;

  /**
   * Whether the engine is there at all. One that is away comes back by itself; until then everything asked of it is
   * refused with `search/unavailable`, at once or nearly so.
   */
  abstract answers(): Promise<boolean>;

  /** The index was missing or unusable when it was opened and has not been filled since: {@link rebuild} it. */
  abstract readonly wasRecreated: boolean;

  /** Whether what the index keeps is still there and readable, as far as that can be told at once. */
  abstract isSound(): Promise<boolean>;

  /** Puts an empty index in the place of one that is not sound; {@link rebuild} it then. */
  abstract recreate(): Promise<void>;

  /**
   * Adds documents, or replaces those with the same key. When it resolves, they outlive this process; they can be found
   * at the latest after {@link settled}, and outlive the machine after {@link persist}.
   */
  abstract put(documents: SearchDocument[]): Promise<void>;

  /** Removes by key; unknown keys are ignored. */
  abstract remove(keys: string[]): Promise<void>;

  /** Never throws on odd input: every `q` is plain text, whatever characters it holds. */
  abstract search(request: SearchRequest): Promise<SearchAnswer>;

  /**
   * Replaces the whole content by the given documents while the old content goes on answering.
   * @param onProgress called with the number of documents taken in so far
   * @returns the number of documents
   */
  abstract rebuild(
    documents: AsyncIterable<SearchDocument[]>,
    onProgress?: (done: number) => void,
  ): Promise<number>;

  /** Resolves when everything put or removed so far can be found, or no longer. */
  abstract settled(): Promise<void>;

  /** Resolves when everything put or removed so far outlives a loss of power. Waits for the disk: call it now and then. */
  abstract persist(): Promise<void>;

  /** Number of documents held. */
  abstract count(): Promise<number>;

  abstract close(): Promise<void>;
}
