import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { asPerson, showMeRule } from '../identity.access.js';

/** A place where the person is signed in. */
export interface SessionSummary {
  id: string;
  createdAt: string;
  /** To the hour. */
  lastSeenAt: string;
  expiresAt: string;
  userAgent: string;
  /** Whether it is the one that asks. */
  isCurrent: boolean;
}

@Injectable()
export class ListSessions {
  constructor(private readonly credentials: CredentialsRepository) {}

  /** Where the person is signed in, the latest used first. */
  async execute(actor: Actor): Promise<SessionSummary[]> {
    requireAccess(showMeRule, actor, undefined);
    const sessions = await this.credentials.listSessions(asPerson(actor).id);
    return sessions.map((session) => ({ ...session, isCurrent: session.id === actor.sessionId }));
  }
}
