import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readDialogue } from '../dialogues.access.js';
import { dialogueParams } from '../dialogues.schemas.js';
import { type ResultsView, resultsView } from '../dialogues.views.schemas.js';
import { ShowResults } from './show-results.use-case.js';

@Controller('api/v1/dialogues')
export class ShowResultsController {
  constructor(private readonly showResults: ShowResults) {}

  @Get(':id/results')
  @Access(readDialogue)
  @Endpoint({
    summary: 'What people said to each statement, in all, by country and by kind of organisation',
    description:
      'Also by region and income group of the country; all as people had said it when they answered. Nothing is told of fewer than five answers, neither directly nor by subtraction: counts move on when the answers of five people differ from what is shown, and groups are told once answering is over.',
    params: dialogueParams,
    response: resultsView,
    refusals: [404],
  })
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ResultsView> {
    return this.showResults.execute(actor, id);
  }
}
