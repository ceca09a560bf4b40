import { describe, expect, it } from '@jest/globals';
import type { SearchAnswer, SearchRequest } from '../search-index.js';
import { AnswerCache } from './answer-cache.js';

const REQUEST: SearchRequest = { q: 'water', audiences: ['public'] };

function answerOf(total: number): SearchAnswer {
  return { hits: [], total, facets: {}, tookMs: 1, corrected: {} };
}

/** Counts its searches: each finds one document more than the one before. */
function countingSearch() {
  let searches = 0;
  return async () => answerOf(++searches);
}

describe('answers of the search index', () => {
  it('are kept while the index stays as it is', async () => {
    const cache = new AnswerCache();
    const search = countingSearch();
    await cache.get(REQUEST, search);
    expect((await cache.get({ ...REQUEST }, search)).total).toBe(1);
  });

  it('are forgotten when it changes', async () => {
    const cache = new AnswerCache();
    const search = countingSearch();
    await cache.get(REQUEST, search);
    cache.changed();
    expect((await cache.get(REQUEST, search)).total).toBe(2);
  });

  it('are never given to another audience', async () => {
    const cache = new AnswerCache();
    const search = countingSearch();
    await cache.get({ ...REQUEST, audiences: ['public', 'person:1'] }, search);
    expect((await cache.get(REQUEST, search)).total).toBe(2);
  });

  it('are not kept when the index changed while they were made', async () => {
    const cache = new AnswerCache();
    const search = countingSearch();
    await cache.get(REQUEST, async () => {
      cache.changed();
      return search();
    });
    expect((await cache.get(REQUEST, search)).total).toBe(2);
  });
});
