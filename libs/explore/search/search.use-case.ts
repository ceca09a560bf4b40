import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import { type Actor, audiencesOf } from '../../platform/access/actor.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { type SearchAnswer, type SearchHit, SearchIndex } from '../../platform/search/search-index.js';
import { search } from '../explore.access.js';
import {
  MOST_FOUND,
  SEARCH_FACETS,
  type SearchFacet,
  type SearchQuery,
  type SearchView,
} from '../explore.schemas.js';
import { ExploreWords } from '../explore.words.js';

/** A panel of filters with more choices than this helps nobody. */
const MOST_FACET_VALUES = 40;

/** Finds whatever the actor may see: cases, threads, posts, people, countries, themes. */
@Injectable()
export class Search {
  constructor(
    private readonly index: SearchIndex,
    private readonly words: ExploreWords,
  ) {}

  async execute(actor: Actor, query: SearchQuery, locale: Locale): Promise<SearchView> {
    requireAccess(search, actor, undefined);
    const offset = query.cursor ?? query.offset;
    const answer = await this.index.search({
      q: query.q,
      filters: filtersOf(query),
      audiences: audiencesOf(actor),
      facets: [...SEARCH_FACETS],
      limit: query.limit,
      offset,
      sort: query.sort,
    });
    const next = offset + answer.hits.length;
    return {
      hits: answer.hits.map(toHitView),
      facets: this.facetsOf(answer, query, locale),
      total: answer.total,
      tookMs: Math.round(answer.tookMs * 100) / 100,
      corrected: answer.corrected,
      nextCursor: answer.hits.length > 0 && next < Math.min(answer.total, MOST_FOUND) ? String(next) : null,
    };
  }

  /** Named in the reader's language. A value that is chosen is always among them, so that it can be taken away. */
  private facetsOf(answer: SearchAnswer, query: SearchQuery, locale: Locale): SearchView['facets'] {
    const facets: SearchView['facets'] = {};
    for (const facet of SEARCH_FACETS) {
      const counted = answer.facets[facet] ?? [];
      const chosen = query[facet];
      const shown = counted.filter(({ value }, index) => index < MOST_FACET_VALUES || chosen.includes(value));
      const known = new Set(shown.map(({ value }) => value));
      const missing = chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }));
      facets[facet] = [...shown, ...missing].map(({ value, count }) => ({
        value,
        label: this.words.facetValue(facet, value, locale),
        count,
      }));
    }
    return facets;
  }
}

function filtersOf(query: SearchQuery): Record<string, string[]> {
  const chosen = SEARCH_FACETS.map((facet): [SearchFacet, string[]] => [facet, query[facet]]);
  return Object.fromEntries(chosen.filter(([, values]) => values.length > 0));
}

export function toHitView(hit: SearchHit): SearchView['hits'][number] {
  const { key, type, url, title, snippet, at, lang, facets } = hit;
  return { key, type, url, title, snippet, at, lang: lang ?? null, facets };
}
