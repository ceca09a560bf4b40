import { Body, Controller, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { closeDialogue } from '../dialogues.access.js';
import { type CloseDialogueInput, closeDialogueBody, dialogueParams } from '../dialogues.schemas.js';
import { type OutcomeView, outcomeView } from '../dialogues.views.schemas.js';
import { ShowOutcome } from '../show-outcome/show-outcome.use-case.js';
import { CloseDialogue } from './close-dialogue.use-case.js';

@Controller('api/v1/dialogues')
export class CloseDialogueController {
  constructor(
    private readonly closeDialogue: CloseDialogue,
    private readonly showOutcome: ShowOutcome,
  ) {}

  @Post(':id/close')
  @Access(closeDialogue)
  @RateLimit('write')
  @Endpoint({
    summary: 'Close a dialogue with its outcome; everyone who took part is mailed',
    params: dialogueParams,
    body: closeDialogueBody,
    response: outcomeView,
    status: 201,
    refusals: [404, 409],
  })
  async close(
    @Param('id') id: string,
    @Body() body: CloseDialogueInput,
    @CurrentActor() actor: Actor,
  ): Promise<OutcomeView> {
    await this.closeDialogue.execute(actor, id, body);
    return this.showOutcome.execute(actor, id);
  }
}
