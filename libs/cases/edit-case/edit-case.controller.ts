import { Body, Controller, Param, Patch } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { editCase } from '../cases.access.js';
import { caseParams, type EditCaseInput, editCaseBody } from '../cases.schemas.js';
import { type CaseView, caseView } from '../cases.views.schemas.js';
import { ShowCase } from '../show-case/show-case.use-case.js';
import { EditCase } from './edit-case.use-case.js';

@Controller('api/v1/cases')
export class EditCaseController {
  constructor(
    private readonly editCase: EditCase,
    private readonly showCase: ShowCase,
  ) {}

  @Patch(':id')
  @Access(editCase)
  @RateLimit('write')
  @Endpoint({
    summary: 'Change a case; earlier versions are kept',
    params: caseParams,
    body: editCaseBody,
    response: caseView,
    refusals: [404, 409],
  })
  async edit(
    @Param('id') id: string,
    @Body() body: EditCaseInput,
    @CurrentActor() actor: Actor,
  ): Promise<CaseView> {
    await this.editCase.execute(actor, id, body);
    return this.showCase.execute(actor, id);
  }
}
