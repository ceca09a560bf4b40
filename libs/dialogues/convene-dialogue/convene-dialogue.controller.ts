import { Body, Controller, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { conveneDialogue } from '../dialogues.access.js';
import { type ConveneDialogueInput, conveneDialogueBody } from '../dialogues.schemas.js';
import { type DialogueView, dialogueView } from '../dialogues.views.schemas.js';
import { ShowDialogue } from '../show-dialogue/show-dialogue.use-case.js';
import { ConveneDialogue } from './convene-dialogue.use-case.js';

@Controller('api/v1/dialogues')
export class ConveneDialogueController {
  constructor(
    private readonly conveneDialogue: ConveneDialogue,
    private readonly showDialogue: ShowDialogue,
  ) {}

  @Post()
  @Access(conveneDialogue)
  @RateLimit('write')
  @Endpoint({
    summary: 'Convene a dialogue on a question, as a facilitator or steward',
    body: conveneDialogueBody,
    response: dialogueView,
    status: 201,
  })
  async convene(@Body() body: ConveneDialogueInput, @CurrentActor() actor: Actor): Promise<DialogueView> {
    const { id } = await this.conveneDialogue.execute(actor, body);
    return this.showDialogue.execute(actor, id);
  }
}
