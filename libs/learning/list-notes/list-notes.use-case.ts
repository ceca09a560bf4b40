import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/graph/page.js';
import { readSession } from '../learning.access.js';
import type { NoteView } from '../learning.views.schemas.js';
import { LiveReader } from '../live-reader.js';
import { SessionsRepository } from '../sessions.repository.js';

/** The notes of a session in the order in which they were written. */
@Injectable()
export class ListNotes {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly live: LiveReader,
  ) {}

  /** @param after number of the last note already seen */
  async execute(actor: Actor, id: string, after: number, limit: number): Promise<Page<NoteView>> {
    requireAccess(readSession, actor, undefined);
    const session = await this.sessions.getSession(id);
    const items = await this.live.notes(session, after, limit);
    const last = items.at(-1)?.number ?? session.noteCount;
    return { items, nextCursor: last < session.noteCount ? String(last) : null };
  }
}
