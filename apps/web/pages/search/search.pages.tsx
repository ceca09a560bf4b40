import { Controller, Get, Req } from '@nestjs/common';
import {
  ExploreWords,
  SEARCH_FACETS,
  Search,
  type SearchFacet,
  type SearchQuery,
  type SearchView,
  Suggest,
  searchQuery,
  searchRule,
  suggestQuery,
} from '../../../../libs/explore/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import type { FacetGroup } from '../../components/facet-panel.js';
import type { TabItem } from '../../components/tabs.js';
import { facetGroup } from '../../rendering/facets.js';
import { filledIn, hrefWith, PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { hitPager } from './hit-list.js';
import { SearchPage } from './search.page.js';
import { Suggestions } from './suggestions.js';

const HITS = 20;

/** `lang` in an address is the language of the page; that of what is looked for has another name. */
const FIELD_OF: Partial<Record<SearchFacet, string>> = { lang: 'written' };
const fieldOf = (facet: SearchFacet) => FIELD_OF[facet] ?? facet;

/** One box for everything. */
@Controller('search')
export class SearchPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly words: ExploreWords,
    private readonly search: Search,
    private readonly suggest: Suggest,
  ) {}

  @Get()
  @Access(searchRule)
  @RateLimit('search')
  @PageRoute()
  async find(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const locale = requestLocale(request);
    const { written, lang: _, ...asked } = filledIn(request.query);
    const query = parseInput(searchQuery, { ...asked, lang: written, limit: HITS });
    const ask = () => this.search.execute(request.actor, query, locale);
    const found = await this.pages.searchFor(request, ask, null);
    const values = valuesOf(query);
    const filters = SEARCH_FACETS.flatMap((facet) =>
      query[facet].map((value): [string, string] => [fieldOf(facet), value]),
    );
    return this.pages.render(request, {
      title: query.q ? t('search.title-of', { words: query.q }) : t('search.title'),
      searchWords: query.q,
      unlisted: true,
      body: (
        <SearchPage
          words={query.q}
          found={found}
          kindOf={(type) => this.words.typeName(type, locale)}
          nameOf={this.names.for(request)}
          facets={found ? this.facets(request, query, found) : []}
          kinds={found ? this.kinds(request, query, found) : []}
          sorts={(['relevance', 'newest'] as const).map((sort) => ({
            label: t(`search.sort-${sort}`),
            href: hrefWith('/search', { ...values, sort: sort === 'newest' ? sort : undefined }),
            current: query.sort === sort,
          }))}
          filters={filters}
          clearHref={filters.length > 0 ? hrefWith('/search', { q: query.q }) : undefined}
          suggestions={[
            { label: t('search.browse-themes'), href: '/themes' },
            { label: t('search.browse-countries'), href: '/countries' },
            { label: t('search.ask'), href: '/threads/new' },
          ]}
          {...hitPager('/search', values, found, HITS, query.offset)}
        />
      ),
    });
  }

  /** A fragment for the search box. */
  @Get('suggest')
  @Access(searchRule)
  @RateLimit('search')
  @PageRoute()
  async suggestions(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { q } = parseInput(suggestQuery, request.query);
    const ask = () => this.suggest.execute(request.actor, q);
    const { hits } = await this.pages.searchFor(request, ask, { hits: [] });
    const locale = requestLocale(request);
    return this.pages.fragment(
      request,
      <Suggestions
        words={q}
        hits={hits}
        kindOf={(type) => this.words.typeName(type, locale)}
        nameOf={this.names.for(request)}
        allHref={hrefWith('/search', { q })}
      />,
    );
  }

  private facets(request: HttpRequest, query: SearchQuery, { facets }: SearchView): FacetGroup[] {
    const { t } = this.pages.textsFor(request);
    return SEARCH_FACETS.filter((facet) => facet !== 'type').map((facet) =>
      facetGroup({
        label: t(`search.facet-${facet}`),
        values: inOrder(facet, facets[facet] ?? []),
        chosen: query[facet],
        many: true,
        hrefFor: (values) => hrefWith('/search', { ...valuesOf(query), [fieldOf(facet)]: values }),
      }),
    );
  }

  private kinds(request: HttpRequest, query: SearchQuery, { facets }: SearchView): TabItem[] {
    const { t } = this.pages.textsFor(request);
    const types = facets.type ?? [];
    const all = types.reduce((sum, { count }) => sum + count, 0);
    const tab = (label: string, count: number, type: string[]): TabItem => ({
      label,
      count,
      href: hrefWith('/search', { ...valuesOf(query), type }),
      current: String(query.type) === String(type),
    });
    return [
      tab(t('search.everything'), all, []),
      ...types.map(({ value, count }) => tab(t(`search.kind-${value}`), count, [value])),
    ];
  }
}

/** The query as its address says it. */
function valuesOf(query: SearchQuery): Record<string, string | string[] | undefined> {
  const facets = Object.fromEntries(SEARCH_FACETS.map((facet) => [fieldOf(facet), query[facet]]));
  return { q: query.q, ...facets, sort: query.sort === 'newest' ? query.sort : undefined };
}

/** Years run backwards; everything else comes as it is counted, most first. */
function inOrder(facet: SearchFacet, values: NonNullable<SearchView['facets'][SearchFacet]>) {
  return facet === 'year' ? [...values].sort((a, b) => b.value.localeCompare(a.value)) : values;
}
