import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayAccess, requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Config } from '../../platform/config/config.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { plainText } from '../../platform/markdown/markdown.js';
import { listOwnSessions, readSession, seeMeeting } from '../learning.access.js';
import { accessOf } from '../learning.views.js';
import { ListOwnSessions } from '../list-own-sessions/list-own-sessions.use-case.js';
import { hasPlace, RegistrationsRepository } from '../registrations.repository.js';
import { type CalendarEvent, toICalendar } from '../rules/icalendar.js';
import type { SessionRecord } from '../session-record.js';
import { findCalendarAddress } from '../sessions.cypher.js';
import { SessionsRepository } from '../sessions.repository.js';

/** Sessions as calendar programs read them (iCalendar, RFC 5545). */
@Injectable()
export class ShowCalendar {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly ownSessions: ListOwnSessions,
    private readonly config: Config,
  ) {}

  /** One session; the link to the meeting is in it for those who hold a place. */
  async ofSession(actor: Actor, id: string): Promise<string> {
    requireAccess(readSession, actor, undefined);
    const session = await this.sessions.getSession(id);
    const own = await this.registrations.find(id, actor.id);
    const inside = mayAccess(seeMeeting, actor, accessOf(session, own));
    const event = this.toEvent(session, inside, own?.state === 'waiting');
    return toICalendar({ name: session.title, timeZone: session.timeZone }, [event]);
  }

  /** All sessions of the actor. */
  ofActor(actor: Actor): Promise<string> {
    requireAccess(listOwnSessions, actor, undefined);
    return this.ofPerson((actor as Person).id);
  }

  /** All sessions of whoever owns the secret address. @throws {DomainError} `platform/not-found` */
  async atAddress(token: string): Promise<string> {
    const [address] = await this.graph.read(findCalendarAddress, { tokenHash: hashOf(token) });
    if (!address) throw notFound('calendar');
    return this.ofPerson(address.personId);
  }

  private async ofPerson(personId: string): Promise<string> {
    const own = await this.ownSessions.forCalendar(personId);
    const events = own.map(({ session, part }) =>
      this.toEvent(session, hasPlace(part), part.state === 'waiting'),
    );
    return toICalendar({ name: 'Minga', timeZone: null }, events);
  }

  private toEvent(session: SessionRecord, inside: boolean, waiting: boolean): CalendarEvent {
    const url = `${this.config.baseUrl}/sessions/${session.id}`;
    const link = inside ? session.meetingLink : null;
    const interpretation = inside
      ? session.interpretationLinks.map((one) => `${one.language}: ${one.url}`)
      : [];
    const { startsAtUtc, endsAtUtc, createdAt, changedAt, sequence, title } = session;
    return {
      uid: `${session.id}@sessions.minga`,
      sequence,
      status: session.cancelledAt !== null ? 'CANCELLED' : waiting ? 'TENTATIVE' : 'CONFIRMED',
      startsAt: startsAtUtc,
      endsAt: endsAtUtc,
      createdAt,
      changedAt,
      summary: title,
      description: [plainText(session.purpose), link, ...interpretation, url].filter(Boolean).join('\n'),
      location: link ?? url,
      url,
    };
  }
}

/** What is kept of a secret address. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
