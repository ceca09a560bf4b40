import { LRUCache } from 'lru-cache';
import type { SearchAnswer, SearchRequest } from '../search-index.js';

const MOST_ANSWERS = 300;

/** Answers to the same question, by the same audiences, while the index has not changed. */
export class AnswerCache {
  readonly #answers = new LRUCache<string, { version: number; answer: SearchAnswer }>({ max: MOST_ANSWERS });
  #version = 0;

  /** The index holds something else now. */
  changed(): void {
    this.#version++;
  }

  async get(request: SearchRequest, search: () => Promise<SearchAnswer>): Promise<SearchAnswer> {
    const key = JSON.stringify(request);
    // Taken before searching: a change during it makes the answer stale at once.
    const version = this.#version;
    const known = this.#answers.get(key);
    if (known?.version === version) return known.answer;
    const answer = await search();
    this.#answers.set(key, { version, answer });
    return answer;
  }
}
