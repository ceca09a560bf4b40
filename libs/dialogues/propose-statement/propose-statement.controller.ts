import { Body, Controller, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { proposeStatement } from '../dialogues.access.js';
import { dialogueParams, type ProposeStatementInput, proposeStatementBody } from '../dialogues.schemas.js';
import { type StatementView, statementView } from '../dialogues.views.schemas.js';
import { ProposeStatement } from './propose-statement.use-case.js';

@Controller('api/v1/dialogues')
export class ProposeStatementController {
  constructor(private readonly proposeStatement: ProposeStatement) {}

  @Post(':id/statements')
  @Access(proposeStatement)
  @RateLimit('write')
  @Endpoint({
    summary: 'Propose a statement; it is asked once a moderator has approved it',
    params: dialogueParams,
    body: proposeStatementBody,
    response: statementView,
    status: 201,
    refusals: [404, 409],
  })
  propose(
    @Param('id') id: string,
    @Body() body: ProposeStatementInput,
    @CurrentActor() actor: Actor,
  ): Promise<StatementView> {
    return this.proposeStatement.execute(actor, id, body);
  }
}
