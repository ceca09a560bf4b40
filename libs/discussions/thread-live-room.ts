import { Injectable } from '@nestjs/common';
import { mayAccess } from '../platform/access/access-rule.js';
import { type Actor, isSignedIn } from '../platform/access/actor.js';
import { Graph } from '../platform/graph/graph.js';
import { type LiveRoom, LiveRoomRule } from '../platform/realtime/live-room.js';
import { readThread } from './discussions.access.js';
import { findThread } from './discussions.cypher.js';

/** Whoever may read a thread may hear what happens in it. */
@Injectable()
@LiveRoomRule()
export class ThreadLiveRoom implements LiveRoom {
  readonly prefix = 'thread';

  constructor(private readonly graph: Graph) {}

  async canJoin(actor: Actor, id: string): Promise<boolean> {
    const [thread] = await this.graph.read(findThread, { id });
    if (!thread) return false;
    return mayAccess(readThread, actor, {
      closed: thread.closedAt !== null,
      starterId: thread.startedBy.id,
    });
  }

  /** Members talk with each other here. */
  async seesPeople(actor: Actor): Promise<boolean> {
    return isSignedIn(actor);
  }
}
