import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readDialogue } from '../dialogues.access.js';
import { dialogueParams } from '../dialogues.schemas.js';
import { type OutcomeView, outcomeView } from '../dialogues.views.schemas.js';
import { ShowOutcome } from './show-outcome.use-case.js';

@Controller('api/v1/dialogues')
export class ShowOutcomeController {
  constructor(private readonly showOutcome: ShowOutcome) {}

  @Get(':id/outcome')
  @Access(readDialogue)
  @Endpoint({
    summary: 'What came out of a dialogue',
    params: dialogueParams,
    response: outcomeView,
    refusals: [404],
  })
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<OutcomeView> {
    return this.showOutcome.execute(actor, id);
  }
}
