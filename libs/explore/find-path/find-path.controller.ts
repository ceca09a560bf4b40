import { Controller, Get, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readGraph } from '../explore.access.js';
import { type PathView, pathQuery, pathView } from '../explore.schemas.js';
import { FindPath } from './find-path.use-case.js';

@Controller('api/v1/graph')
export class FindPathController {
  constructor(private readonly findPath: FindPath) {}

  @Get('path')
  @Access(readGraph)
  @RateLimit('search')
  @Endpoint({
    summary: 'How two things are connected: one shortest walk of at most six steps',
    description:
      'Each step names the relation, its direction and who says so. Among walks of one length, the one through the fewest and smallest hubs is given. `length` is null when nothing connects the two within six steps.',
    query: pathQuery,
    response: pathView,
    refusals: [404],
  })
  find(
    @Query() query: z.output<typeof pathQuery>,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<PathView> {
    return this.findPath.execute(actor, query.from, query.to, requestLocale(request));
  }
}
