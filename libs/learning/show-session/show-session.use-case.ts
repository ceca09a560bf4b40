import { Injectable } from '@nestjs/common';
import { mayAccess, requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { renderMarkdown } from '../../platform/markdown/markdown.js';
import { sessionRoom } from '../contracts.js';
import { editSession, readSession, seeMeeting } from '../learning.access.js';
import { accessOf, permissionsOf, summaryOf } from '../learning.views.js';
import type { SessionView } from '../learning.views.schemas.js';
import { LIVE_NOTES, LiveReader } from '../live-reader.js';
import { holds, RegistrationsRepository } from '../registrations.repository.js';
import { registrationState } from '../rules/session-state.js';
import { SessionsRepository } from '../sessions.repository.js';

/** A session as the actor may see it: before, while it goes on, and its record afterwards. */
@Injectable()
export class ShowSession {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly live: LiveReader,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, id: string): Promise<SessionView> {
    requireAccess(readSession, actor, undefined);
    // The event number is read first: an event between the reads is then sent once more rather than missed.
    const seq = await this.events.currentSequence(sessionRoom(id));
    const session = await this.sessions.getSession(id);
    const earlier = await this.registrations.findAny(id, actor.id);
    const registration = holds(earlier) ? earlier : null;
    const now = this.clock.now();
    const inside = mayAccess(seeMeeting, actor, accessOf(session, registration));
    const runs = mayAccess(editSession, actor, accessOf(session, registration));
    const [live, notes, outcome, own, participants, removed] = await Promise.all([
      this.live.liveOf(session),
      this.live.notes(session, session.noteCount - LIVE_NOTES),
      this.live.outcomeOf(session),
      registration && this.live.ownPart(session, registration),
      inside ? this.live.participants(id) : null,
      runs ? this.registrations.listRemoved(id) : null,
    ]);
    const { proposedBy, threadId, sequence, createdAt, changedAt, cancelledReason, agenda } = session;
    const { registrationOpensAt, registrationClosesAt } = session;
    const { registrationOpensAtUtc, registrationClosesAtUtc } = session;
    return {
      ...summaryOf(session),
      agenda,
      purposeHtml: renderMarkdown(session.purpose),
      registrationOpensAt,
      registrationClosesAt,
      registrationOpensAtUtc,
      registrationClosesAtUtc,
      registration: registrationState(session, now),
      proposedBy,
      threadId,
      sequence,
      createdAt,
      changedAt,
      cancelledReason,
      live,
      notes,
      outcome,
      own,
      meetingLink: inside ? session.meetingLink : null,
      interpretationLinks: inside ? session.interpretationLinks : [],
      participants,
      removed,
      removedReason: earlier?.removedReason ?? null,
      serverTime: now.toISOString(),
      seq,
      permissions: permissionsOf(session, earlier, actor, now),
    };
  }
}
