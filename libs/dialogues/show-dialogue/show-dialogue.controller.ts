import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readDialogue } from '../dialogues.access.js';
import { dialogueParams } from '../dialogues.schemas.js';
import { type DialogueView, dialogueView } from '../dialogues.views.schemas.js';
import { ShowDialogue } from './show-dialogue.use-case.js';

@Controller('api/v1/dialogues')
export class ShowDialogueController {
  constructor(private readonly showDialogue: ShowDialogue) {}

  @Get(':id')
  @Access(readDialogue)
  @Endpoint({
    summary: 'A dialogue as it stands now',
    params: dialogueParams,
    response: dialogueView,
    refusals: [404],
  })
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<DialogueView> {
    return this.showDialogue.execute(actor, id);
  }
}
