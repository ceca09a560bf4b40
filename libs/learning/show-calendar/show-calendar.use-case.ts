import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayAccess, requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { DEFAULT_LOCALE, isLocale, type Locale } from '../../platform/i18n/locales.js';
import { listOwnSessions, readSession, seeMeeting } from '../learning.access.js';
import { accessOf } from '../learning.views.js';
import { ListOwnSessions } from '../list-own-sessions/list-own-sessions.use-case.js';
import { hasPlace, holds, RegistrationsRepository } from '../registrations.repository.js';
import { toCalendarFeed, toEventFile } from '../rules/icalendar.js';
import { findCalendarAddress, findReaderLanguage } from '../sessions.cypher.js';
import { SessionsRepository } from '../sessions.repository.js';
import { SessionCalendar } from './session-calendar.js';

/** Sessions as calendar programs read them (iCalendar, RFC 5545). */
@Injectable()
export class ShowCalendar {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly ownSessions: ListOwnSessions,
    private readonly calendar: SessionCalendar,
  ) {}

  /** One session; the link to the meeting is in it for those who hold a place. */
  async ofSession(actor: Actor, id: string, locale: Locale): Promise<string> {
    requireAccess(readSession, actor, undefined);
    const session = await this.sessions.getSession(id);
    const part = await this.registrations.findAny(id, actor.id);
    const own = holds(part) ? part : null;
    const inside = mayAccess(seeMeeting, actor, accessOf(session, own));
    const waiting = own?.state === 'waiting';
    return toEventFile(this.calendar.toEvent(session, { locale, inside, waiting, part }));
  }

  /** All sessions of the actor. */
  ofActor(actor: Actor, locale: Locale): Promise<string> {
    requireAccess(listOwnSessions, actor, undefined);
    return this.ofPerson((actor as Person).id, locale);
  }

  /**
   * All sessions of whoever owns the secret address, in their language: calendar programs say nothing of their readers.
   * @throws {DomainError} `platform/not-found`
   */
  async atAddress(token: string): Promise<string> {
    const [address] = await this.graph.read(findCalendarAddress, { tokenHash: hashOf(token) });
    if (!address) throw notFound('calendar');
    const { personId } = address;
    const [reader] = await this.graph.read(findReaderLanguage, { personId });
    return this.ofPerson(personId, isLocale(reader?.locale) ? reader.locale : DEFAULT_LOCALE);
  }

  private async ofPerson(personId: string, locale: Locale): Promise<string> {
    const own = await this.ownSessions.forCalendar(personId);
    const events = own.map(({ session, part }) =>
      this.calendar.toEvent(session, {
        ...{ locale, part, inside: hasPlace(part), waiting: part.state === 'waiting' },
      }),
    );
    return toCalendarFeed(this.calendar.nameOfFeed(locale), events);
  }
}

/** What is kept of a secret address. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
