import { Controller, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { publishCase } from '../cases.access.js';
import { caseParams } from '../cases.schemas.js';
import { type CaseView, caseView } from '../cases.views.schemas.js';
import { ShowCase } from '../show-case/show-case.use-case.js';
import { PublishCase } from './publish-case.use-case.js';

@Controller('api/v1/cases')
export class PublishCaseController {
  constructor(
    private readonly publishCase: PublishCase,
    private readonly showCase: ShowCase,
  ) {}

  @Post(':id/publish')
  @Access(publishCase)
  @RateLimit('write')
  @Endpoint({
    summary: 'Open a draft to everyone',
    params: caseParams,
    response: caseView,
    refusals: [404],
  })
  async publish(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CaseView> {
    await this.publishCase.execute(actor, id);
    return this.showCase.execute(actor, id);
  }
}
