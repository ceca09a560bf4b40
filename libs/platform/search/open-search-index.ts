import { EmbeddedSearchIndex } from './embedded/embedded-search-index.js';
import type { SearchIndex } from './search-index.js';

export interface SearchIndexOptions {
  /** Address of a Meilisearch server; without it the embedded engine is used. */
  meiliUrl?: string;
  meiliKey?: string;
  /** Name of the index on that server, `minga` by default. */
  meiliIndex?: string;
  /** File of the embedded engine. */
  path: string;
}

/** Opens the index on the engine that the options name. Ask `wasRecreated` whether it has to be filled. */
export async function openSearchIndex(options: SearchIndexOptions): Promise<SearchIndex> {
  if (!options.meiliUrl) return EmbeddedSearchIndex.open(options.path);
  // Loaded only where it is used, as it costs time at every start.
  const { MeiliSearchIndex } = await import('./meili/meili-search-index.js');
  return MeiliSearchIndex.open({
    url: options.meiliUrl,
    key: options.meiliKey,
    indexName: options.meiliIndex ?? 'minga',
  });
}
