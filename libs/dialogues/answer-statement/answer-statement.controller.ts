import { Body, Controller, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { answerStatement } from '../dialogues.access.js';
import { answerStatementBody, statementParams } from '../dialogues.schemas.js';
import { type AnswerView, answerView } from '../dialogues.views.schemas.js';
import { AnswerStatement } from './answer-statement.use-case.js';

@Controller('api/v1/dialogues')
export class AnswerStatementController {
  constructor(private readonly answerStatement: AnswerStatement) {}

  @Put(':id/statements/:sid/answer')
  @Access(answerStatement)
  @RateLimit('write')
  @Endpoint({
    summary: 'Agree, disagree or pass while deliberating is open; answering again replaces the answer',
    params: statementParams,
    body: answerStatementBody,
    response: answerView,
    refusals: [404, 409],
  })
  answer(
    @Param() { id, sid }: z.output<typeof statementParams>,
    @Body() { choice }: z.output<typeof answerStatementBody>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerView> {
    return this.answerStatement.execute(actor, id, sid, choice);
  }
}
