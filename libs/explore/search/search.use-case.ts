import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import { type Actor, audiencesOf } from '../../platform/access/actor.js';
import { ReadyJson } from '../../platform/http/ready-json.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { type SearchAnswer, SearchIndex } from '../../platform/search/search-index.js';
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
    const answer = await this.find(actor, query);
    return { hits: answer.hits, ...this.describe(answer, answer.hits.length, query, locale) };
  }

  /** For who only sends it on: the hits stay the text as which they may have come. */
  async executeAsJson(actor: Actor, query: SearchQuery, locale: Locale): Promise<ReadyJson<SearchView>> {
    const answer = await this.find(actor, query);
    const { json, count } = answer.readyHits ?? {
      json: JSON.stringify(answer.hits),
      count: answer.hits.length,
    };
    const others = JSON.stringify(this.describe(answer, count, query, locale));
    return new ReadyJson(`{"hits":${json},${others.slice(1)}`);
  }

  private find(actor: Actor, query: SearchQuery): Promise<SearchAnswer> {
    requireAccess(search, actor, undefined);
    return this.index.search({
      q: query.q,
      filters: filtersOf(query),
      audiences: audiencesOf(actor),
      facets: [...SEARCH_FACETS],
      limit: query.limit,
      offset: offsetOf(query),
      sort: query.sort,
    });
  }

  /** What is said about the hits. */
  private describe(
    answer: SearchAnswer,
    count: number,
    query: SearchQuery,
    locale: Locale,
  ): Omit<SearchView, 'hits'> {
    const next = offsetOf(query) + count;
    return {
      facets: this.facetsOf(answer, query, locale),
      total: answer.total,
      tookMs: Math.round(answer.tookMs * 100) / 100,
      corrected: answer.corrected,
      nextCursor: count > 0 && next < Math.min(answer.total, MOST_FOUND) ? String(next) : null,
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

function offsetOf(query: SearchQuery): number {
  return query.cursor ?? query.offset;
}
