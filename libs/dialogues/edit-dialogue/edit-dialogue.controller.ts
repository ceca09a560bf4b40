import { Body, Controller, Param, Patch } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { editDialogue } from '../dialogues.access.js';
import { dialogueParams, type EditDialogueInput, editDialogueBody } from '../dialogues.schemas.js';
import { type DialogueView, dialogueView } from '../dialogues.views.schemas.js';
import { ShowDialogue } from '../show-dialogue/show-dialogue.use-case.js';
import { EditDialogue } from './edit-dialogue.use-case.js';

@Controller('api/v1/dialogues')
export class EditDialogueController {
  constructor(
    private readonly editDialogue: EditDialogue,
    private readonly showDialogue: ShowDialogue,
  ) {}

  @Patch(':id')
  @Access(editDialogue)
  @RateLimit('write')
  @Endpoint({
    summary: 'Change a dialogue until it is closed, its dates as well',
    params: dialogueParams,
    body: editDialogueBody,
    response: dialogueView,
    refusals: [404, 409],
  })
  async edit(
    @Param('id') id: string,
    @Body() body: EditDialogueInput,
    @CurrentActor() actor: Actor,
  ): Promise<DialogueView> {
    await this.editDialogue.execute(actor, id, body);
    return this.showDialogue.execute(actor, id);
  }
}
