import { Controller, Get, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Access } from '../../platform/access/access-rule.js';
import type { Page } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { type ActorSummaryView, actorListView, listActorsQuery } from '../atlas.schemas.js';
import { ListActors } from './list-actors.use-case.js';

@Controller('api/v1/actors')
export class ListActorsController {
  constructor(private readonly listActors: ListActors) {}

  @Get()
  @Access(readAtlas)
  @Endpoint({
    summary: 'Organisations that take part, the latest first; by name when one is typed',
    query: listActorsQuery,
    response: actorListView,
  })
  list(
    @Query() query: z.output<typeof listActorsQuery>,
    @Req() request: HttpRequest,
  ): Promise<Page<ActorSummaryView>> {
    return this.listActors.execute(requestLocale(request), query);
  }
}
