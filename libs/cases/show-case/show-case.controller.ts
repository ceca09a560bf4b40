import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readCase } from '../cases.access.js';
import { caseParams } from '../cases.schemas.js';
import { type CaseView, caseView } from '../cases.views.schemas.js';
import { ShowCase } from './show-case.use-case.js';

@Controller('api/v1/cases')
export class ShowCaseController {
  constructor(private readonly showCase: ShowCase) {}

  @Get(':id')
  @Access(readCase)
  @Endpoint({
    summary: 'A case with all it is linked to',
    params: caseParams,
    response: caseView,
    refusals: [404],
  })
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CaseView> {
    return this.showCase.execute(actor, id);
  }
}
