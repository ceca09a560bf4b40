import { Injectable } from '@nestjs/common';
import { mayAccess } from '../platform/access/access-rule.js';
import type { Actor } from '../platform/access/actor.js';
import { Graph } from '../platform/graph/graph.js';
import { type LiveRoom, LiveRoomRule } from '../platform/realtime/live-room.js';
import { readCommitments } from './commitments.access.js';
import { findCommitment } from './commitments.cypher.js';

/** Whoever may read a commitment may hear what comes of it. */
@Injectable()
@LiveRoomRule()
export class CommitmentLiveRoom implements LiveRoom {
  readonly prefix = 'commitment';

  constructor(private readonly graph: Graph) {}

  async canJoin(actor: Actor, id: string): Promise<boolean> {
    if (!mayAccess(readCommitments, actor, undefined)) return false;
    const [commitment] = await this.graph.read(findCommitment, { id });
    return commitment !== undefined;
  }
}
