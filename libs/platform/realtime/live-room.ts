import { SetMetadata } from '@nestjs/common';
import type { Actor } from '../access/actor.js';

export const LIVE_ROOM_RULE = 'minga:live-room-rule';

/**
 * Marks a provider as the rule of one kind of live room. It is found wherever it is provided; a kind of room
 * without a rule cannot be joined.
 */
export function LiveRoomRule() {
  return SetMetadata(LIVE_ROOM_RULE, true);
}

/** Who may hear what happens in rooms named `prefix:ID`. */
export interface LiveRoom {
  /** The part before the colon, for example `thread`. */
  readonly prefix: string;
  /** Whether the room exists and the actor may read everything its events carry. */
  canJoin(actor: Actor, id: string): Promise<boolean>;
  /**
   * Whether the actor, who may join, may know who else is in the room and who writes. Without it everyone is told a
   * number: reading something is nobody else's business.
   */
  seesPeople?(actor: Actor, id: string): Promise<boolean>;
}
