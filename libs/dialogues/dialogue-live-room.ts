import { Injectable } from '@nestjs/common';
import { mayAccess } from '../platform/access/access-rule.js';
import type { Actor } from '../platform/access/actor.js';
import { type LiveRoom, LiveRoomRule } from '../platform/realtime/live-room.js';
import { readDialogue } from './dialogues.access.js';
import { DialoguesRepository } from './dialogues.repository.js';

/** Whoever may read a dialogue may hear what happens in it. */
@Injectable()
@LiveRoomRule()
export class DialogueLiveRoom implements LiveRoom {
  readonly prefix = 'dialogue';

  constructor(private readonly dialogues: DialoguesRepository) {}

  async canJoin(actor: Actor, id: string): Promise<boolean> {
    const dialogue = await this.dialogues.findDialogue(id);
    return dialogue !== null && mayAccess(readDialogue, actor, undefined);
  }
}
