import { Controller, Get, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readGraph } from '../explore.access.js';
import { type NeighboursView, neighboursQuery, neighboursView } from '../explore.schemas.js';
import { ListNeighbours } from './list-neighbours.use-case.js';

@Controller('api/v1/graph')
export class ListNeighboursController {
  constructor(private readonly listNeighbours: ListNeighbours) {}

  @Get('neighbours')
  @Access(readGraph)
  @Endpoint({
    summary: 'What a thing is related to, by relation, the newest of each first',
    query: neighboursQuery,
    response: neighboursView,
    refusals: [404],
  })
  list(
    @Query() query: z.output<typeof neighboursQuery>,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<NeighboursView> {
    return this.listNeighbours.execute(actor, query.key, query.limit, requestLocale(request));
  }
}
