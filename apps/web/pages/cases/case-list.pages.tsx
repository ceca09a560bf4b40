import { Controller, Get, Req } from '@nestjs/common';
import {
  type CaseCardView,
  ListCases,
  type ListCasesInput,
  listCasesQuery,
  listOwnCasesQuery,
  listOwnCasesRule,
  readCaseRule,
} from '../../../../libs/cases/index.js';
import { Search, type SearchView, searchQuery } from '../../../../libs/explore/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import type { Page } from '../../../../libs/platform/graph/page.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import type { FacetGroup } from '../../components/facet-panel.js';
import { facetGroup } from '../../rendering/facets.js';
import { filledIn, hrefWith, PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { HitList, hitPager } from '../search/hit-list.js';
import { CaseListPage, OwnCasesPage } from './case-list.page.js';

const CARDS = 24;
const FILTERS = ['theme', 'sdg', 'country', 'modality'] as const;

type Filters = Partial<Pick<ListCasesInput, (typeof FILTERS)[number]>>;

/** Cases to read through: everyone's with filters, and the reader's own. */
@Controller('cases')
export class CaseListPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly listCases: ListCases,
    private readonly search: Search,
  ) {}

  /** Without words, the newest as cards; with words, what the search finds among the cases. */
  @Get()
  @Access(readCaseRule)
  @CacheForVisitors()
  @RateLimit('search')
  @PageRoute()
  async all(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const asked = filledIn(request.query);
    const { country, theme, sdg, modality, cursor } = parseInput(listCasesQuery, { ...asked, q: undefined });
    const filters: Filters = { theme, sdg, country, modality };
    const words = typeof asked.q === 'string' ? asked.q.trim() : '';
    const found = await this.find(request, words, filters);
    const cards = words ? null : await this.listCases.execute({ ...filters, cursor, limit: CARDS });
    const chosen = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
    const pager = cards
      ? pagerOf('/cases', filters, cursor, cards)
      : hitPager('/cases', { q: words, ...filters }, found, CARDS, asked.offset);
    return this.pages.render(request, {
      title: t('cases.title'),
      description: t('cases.lede'),
      searchWords: words,
      body: (
        <CaseListPage
          items={cards?.items ?? []}
          nameOf={this.names.for(request)}
          words={words}
          found={
            words && found && found.hits.length > 0 ? (
              <HitList hits={found.hits} kindOf={null} nameOf={this.names.for(request)} />
            ) : undefined
          }
          total={words && found ? found.total : undefined}
          facets={found ? this.facets(request, found, words, filters) : []}
          filters={chosen}
          isSearchAway={found === null}
          isSignedIn={isSignedIn(request.actor)}
          {...pager}
        />
      ),
    });
  }

  @Get('mine')
  @Access(listOwnCasesRule)
  @PageRoute()
  async mine(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const { cursor } = parseInput(listOwnCasesQuery, filledIn(request.query));
    const page = await this.listCases.own(request.actor, { cursor, limit: CARDS });
    return this.pages.render(request, {
      title: t('cases.own-title'),
      unlisted: true,
      body: (
        <OwnCasesPage
          items={page.items}
          nameOf={this.names.for(request)}
          {...pagerOf('/cases/mine', {}, cursor, page)}
        />
      ),
    });
  }

  /** What the search knows of the cases; null while it is away, when the list still stands without words. */
  private async find(request: HttpRequest, words: string, filters: Filters): Promise<SearchView | null> {
    const { offset } = filledIn(request.query);
    const asked = Object.fromEntries(FILTERS.map((name) => [name, filters[name]?.replace(`${name}:`, '')]));
    const query = parseInput(searchQuery, {
      ...asked,
      q: words,
      type: 'case',
      limit: words ? CARDS : 1,
      offset: words ? offset : undefined,
    });
    const locale = requestLocale(request);
    return this.pages.searchFor(request, () => this.search.execute(request.actor, query, locale), null);
  }

  private facets(request: HttpRequest, { facets }: SearchView, q: string, filters: Filters): FacetGroup[] {
    const { t } = this.pages.textsFor(request);
    const labels = {
      theme: t('cases.themes'),
      sdg: t('ui.nav-sdgs'),
      country: t('cases.countries'),
      modality: t('cases.modality'),
    };
    return FILTERS.map((name) =>
      facetGroup({
        label: labels[name],
        values: facets[name] ?? [],
        chosen: [filters[name]?.replace(`${name}:`, '') ?? []].flat(),
        hrefFor: ([value]) => hrefWith('/cases', { q, ...filters, [name]: value }),
      }),
    );
  }
}

/** A list by cursor leads on, and back to its beginning. */
function pagerOf(
  path: string,
  filters: Filters,
  cursor: string | undefined,
  { nextCursor }: Page<CaseCardView>,
) {
  return {
    nextHref: nextCursor === null ? undefined : hrefWith(path, { ...filters, cursor: nextCursor }),
    previousHref: cursor ? hrefWith(path, filters) : undefined,
  };
}
