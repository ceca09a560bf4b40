import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { dialogueRoom } from '../contracts.js';
import { readDialogue } from '../dialogues.access.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import { toDialogueView } from '../dialogues.views.js';
import type { DialogueView } from '../dialogues.views.schemas.js';

/** A dialogue as it stands now. */
@Injectable()
export class ShowDialogue {
  constructor(
    private readonly dialogues: DialoguesRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, id: string): Promise<DialogueView> {
    requireAccess(readDialogue, actor, undefined);
    // The event number is read first: an event between the reads is then sent once more rather than missed.
    const seq = await this.events.currentSequence(dialogueRoom(id));
    const record = await this.dialogues.getDialogue(id);
    return toDialogueView(record, actor, this.clock.now(), seq);
  }
}
