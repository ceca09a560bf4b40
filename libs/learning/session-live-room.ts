import { Injectable } from '@nestjs/common';
import { mayAccess } from '../platform/access/access-rule.js';
import type { Actor } from '../platform/access/actor.js';
import { type LiveRoom, LiveRoomRule } from '../platform/realtime/live-room.js';
import { readSession, seeMeeting } from './learning.access.js';
import { accessOf } from './learning.views.js';
import { RegistrationsRepository } from './registrations.repository.js';
import { SessionsRepository } from './sessions.repository.js';

/** Whoever may read a session may hear what happens in it: its events carry no link and nobody who registered. */
@Injectable()
@LiveRoomRule()
export class SessionLiveRoom implements LiveRoom {
  readonly prefix = 'session';

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
  ) {}

  async canJoin(actor: Actor, id: string): Promise<boolean> {
    return mayAccess(readSession, actor, undefined) && (await this.sessions.findSession(id)) !== null;
  }

  /** Those who may see who is registered. */
  async seesPeople(actor: Actor, id: string): Promise<boolean> {
    const session = await this.sessions.findSession(id);
    if (!session) return false;
    const own = await this.registrations.find(id, actor.id);
    return mayAccess(seeMeeting, actor, accessOf(session, own));
  }
}
