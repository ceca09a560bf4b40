import { Body, Controller, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { createCase } from '../cases.access.js';
import { type CreateCaseInput, createCaseBody } from '../cases.schemas.js';
import { type CaseView, caseView } from '../cases.views.schemas.js';
import { ShowCase } from '../show-case/show-case.use-case.js';
import { CreateCase } from './create-case.use-case.js';

@Controller('api/v1/cases')
export class CreateCaseController {
  constructor(
    private readonly createCase: CreateCase,
    private readonly showCase: ShowCase,
  ) {}

  @Post()
  @Access(createCase)
  @RateLimit('write')
  @Endpoint({
    summary: 'Write down a case, as a draft or for everyone',
    body: createCaseBody,
    response: caseView,
    status: 201,
  })
  async create(@Body() body: CreateCaseInput, @CurrentActor() actor: Actor): Promise<CaseView> {
    const { id } = await this.createCase.execute(actor, body);
    return this.showCase.execute(actor, id);
  }
}
