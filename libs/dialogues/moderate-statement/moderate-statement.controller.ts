import { Body, Controller, Param, Patch } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { moderateStatement } from '../dialogues.access.js';
import { type ModerateStatementInput, moderateStatementBody, statementParams } from '../dialogues.schemas.js';
import { type StatementView, statementView } from '../dialogues.views.schemas.js';
import { ModerateStatement } from './moderate-statement.use-case.js';

@Controller('api/v1/dialogues')
export class ModerateStatementController {
  constructor(private readonly moderateStatement: ModerateStatement) {}

  @Patch(':id/statements/:sid')
  @Access(moderateStatement)
  @RateLimit('write')
  @Endpoint({
    summary: 'Approve a statement, or refuse it with a reason',
    params: statementParams,
    body: moderateStatementBody,
    response: statementView,
    refusals: [404, 409],
  })
  moderate(
    @Param() { id, sid }: z.output<typeof statementParams>,
    @Body() body: ModerateStatementInput,
    @CurrentActor() actor: Actor,
  ): Promise<StatementView> {
    return this.moderateStatement.execute(actor, id, sid, body);
  }
}
