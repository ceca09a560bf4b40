import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { readSession } from '../learning.access.js';
import type { LiveView, RegistrationView } from '../learning.views.schemas.js';
import { LiveReader } from '../live-reader.js';
import { RegistrationsRepository } from '../registrations.repository.js';
import { SessionsRepository } from '../sessions.repository.js';

/** The parts of a session that change while it goes on: what a request that changed one of them answers. */
@Injectable()
export class ShowLive {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly live: LiveReader,
  ) {}

  async execute(actor: Actor, id: string): Promise<LiveView> {
    requireAccess(readSession, actor, undefined);
    return this.live.liveOf(await this.sessions.getSession(id));
  }

  /** The actor's own place or turn. */
  async registration(actor: Actor, id: string): Promise<RegistrationView> {
    requireAccess(readSession, actor, undefined);
    const session = await this.sessions.getSession(id);
    const registration = await this.registrations.find(id, actor.id);
    const { registered, waiting, places } = session;
    const own = registration && (await this.live.ownPart(session, registration));
    return { own, registered, waiting, places };
  }
}
