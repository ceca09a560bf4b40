import { Controller, Get, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readGraph } from '../explore.access.js';
import { type EntityListView, entityListView, findEntitiesQuery } from '../explore.schemas.js';
import { FindEntities } from './find-entities.use-case.js';

@Controller('api/v1/entities')
export class FindEntitiesController {
  constructor(private readonly findEntities: FindEntities) {}

  @Get()
  @Access(readGraph)
  @RateLimit('search')
  @Endpoint({
    summary: 'Things by name or by key, to choose one of them',
    query: findEntitiesQuery,
    response: entityListView,
  })
  find(
    @Query() query: z.output<typeof findEntitiesQuery>,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<EntityListView> {
    return this.findEntities.execute(actor, query, requestLocale(request));
  }
}
