import { Controller, Get, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import type { ReadyJson } from '../../platform/http/ready-json.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { search } from '../explore.access.js';
import {
  type SearchView,
  type SuggestView,
  searchQuery,
  searchView,
  suggestQuery,
  suggestView,
} from '../explore.schemas.js';
import { Search } from './search.use-case.js';
import { Suggest } from './suggest.use-case.js';

@Controller('api/v1/search')
export class SearchController {
  constructor(
    private readonly search: Search,
    private readonly suggest: Suggest,
  ) {}

  @Get()
  @Access(search)
  @RateLimit('search')
  @Endpoint({
    summary: 'Everything that the reader may see, by words and filters',
    description:
      'Values of one filter are alternatives, given several times or joined by commas; different filters must all hold. Without words, the newest come first.',
    query: searchQuery,
    response: searchView,
  })
  find(
    @Query() query: z.output<typeof searchQuery>,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<ReadyJson<SearchView>> {
    // Here `lang` is the language of what is found; that of the answer comes from cookie, profile or browser.
    return this.search.executeAsJson(actor, query, requestLocale(request));
  }

  @Get('suggestions')
  @Access(search)
  @RateLimit('search')
  @Endpoint({ summary: 'The first hits, while someone types', query: suggestQuery, response: suggestView })
  suggestions(
    @Query() query: z.output<typeof suggestQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<SuggestView> {
    return this.suggest.execute(actor, query.q);
  }
}
