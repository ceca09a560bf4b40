import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { compareCases } from '../explore.access.js';
import {
  type ComparableCasesView,
  comparableCasesView,
  comparableParams,
  comparableQuery,
} from '../explore.schemas.js';
import { FindComparableCases } from './find-comparable-cases.use-case.js';

@Controller('api/v1/cases')
export class FindComparableCasesController {
  constructor(private readonly findComparableCases: FindComparableCases) {}

  @Get(':id/comparable')
  @Access(compareCases)
  @Endpoint({
    summary: 'Comparable experiences, each with what it shares, what differs and what is not reported',
    params: comparableParams,
    query: comparableQuery,
    response: comparableCasesView,
    refusals: [404],
  })
  find(
    @Param('id') id: string,
    @Query() query: z.output<typeof comparableQuery>,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<ComparableCasesView> {
    return this.findComparableCases.execute(actor, id, query.limit, requestLocale(request));
  }
}
