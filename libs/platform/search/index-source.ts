import type { SearchDocument } from './search-index.js';

/** An event as the indexer hears it. */
export interface IndexedEvent {
  type: string;
  room: string;
  data: Record<string, unknown>;
}

/**
 * What one kind of thing contributes to the search index. Each room that has something to find declares one; the
 * indexer listens, asks for the changed documents and puts them into the index.
 */
export interface IndexSource {
  /** Type of the documents; their keys begin with it, as in `case:01J…`. */
  readonly type: string;
  /** Events after which documents change. */
  readonly hears: string[];
  /** Keys of the documents that may have changed by the event. */
  keysFor(event: IndexedEvent): string[];
  /**
   * Reads the documents as they are now. Every key given comes back in one of the two lists, so that hearing an
   * event twice, or late, does no harm.
   */
  load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }>;
  /** All documents, in batches, for a rebuild. */
  all(): AsyncIterable<SearchDocument[]>;
}
