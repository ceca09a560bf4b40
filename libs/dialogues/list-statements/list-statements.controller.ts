import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readDialogue } from '../dialogues.access.js';
import { dialogueParams, type ListStatementsInput, listStatementsQuery } from '../dialogues.schemas.js';
import { type StatementView, statementListView } from '../dialogues.views.schemas.js';
import { ListStatements } from './list-statements.use-case.js';

@Controller('api/v1/dialogues')
export class ListStatementsController {
  constructor(private readonly listStatements: ListStatements) {}

  @Get(':id/statements')
  @Access(readDialogue)
  @Endpoint({
    summary: 'Statements with your own answers, newest first, or those to answer next',
    params: dialogueParams,
    query: listStatementsQuery,
    response: statementListView,
    refusals: [404],
  })
  async list(
    @Param('id') id: string,
    @Query() query: ListStatementsInput,
    @CurrentActor() actor: Actor,
  ): Promise<Page<StatementView>> {
    if (query.next === '0') return this.listStatements.execute(actor, id, query);
    return { items: await this.listStatements.next(actor, id, query.limit), nextCursor: null };
  }
}
