import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { listOwnCases, readCase } from '../cases.access.js';
import { type ListCasesInput, listCasesQuery, listOwnCasesQuery } from '../cases.schemas.js';
import { type CaseCardView, caseListView } from '../cases.views.schemas.js';
import { ListCases } from './list-cases.use-case.js';

@Controller('api/v1/cases')
export class ListCasesController {
  constructor(private readonly listCases: ListCases) {}

  @Get()
  @Access(readCase)
  @Endpoint({ summary: 'Published cases, newest first', query: listCasesQuery, response: caseListView })
  list(@Query() query: ListCasesInput): Promise<Page<CaseCardView>> {
    return this.listCases.execute(query);
  }

  @Get('mine')
  @Access(listOwnCases)
  @Endpoint({
    summary: 'Your own cases, drafts included, by their last change',
    query: listOwnCasesQuery,
    response: caseListView,
  })
  mine(
    @Query() query: { cursor?: string; limit: number },
    @CurrentActor() actor: Actor,
  ): Promise<Page<CaseCardView>> {
    return this.listCases.own(actor, query);
  }
}
