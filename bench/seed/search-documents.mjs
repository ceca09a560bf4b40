import { searchCorpus } from '../corpus/search-corpus.mjs';
import { built } from './open-community.mjs';
import { progressBar } from './progress.mjs';

const DOCUMENTS_PER_BATCH = 500;

/**
 * Replaces the search index by documents in seven languages. The graph knows nothing of them: an index is a copy, and
 * a start builds it anew only when it is missing.
 */
export async function seedSearchDocuments(community, { seed, documents }) {
  const { SearchIndex } = await built('libs/platform/search/search-index.js');
  const bar = progressBar('documents', documents);
  const index = community.get(SearchIndex);
  await index.rebuild(inBatches(searchCorpus({ seed, documents })), (done) => bar.to(done));
  await index.settled();
  bar.end();
}

async function* inBatches(documents) {
  let batch = [];
  for (const document of documents) {
    batch.push(document);
    if (batch.length < DOCUMENTS_PER_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
