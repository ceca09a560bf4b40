import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readCase } from '../cases.access.js';
import { caseParams } from '../cases.schemas.js';
import { type CaseHistoryView, caseHistoryView } from '../cases.views.schemas.js';
import { ShowCaseHistory } from './show-case-history.use-case.js';

@Controller('api/v1/cases')
export class ShowCaseHistoryController {
  constructor(private readonly showCaseHistory: ShowCaseHistory) {}

  @Get(':id/versions')
  @Access(readCase)
  @Endpoint({
    summary: 'The versions of a case, the current one last',
    params: caseParams,
    response: caseHistoryView,
    refusals: [404],
  })
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CaseHistoryView> {
    return this.showCaseHistory.execute(actor, id);
  }
}
