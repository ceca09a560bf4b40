import { Injectable } from '@nestjs/common';
import { StartThread } from '../discussions/index.js';
import type { Person } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { EventLog } from '../platform/events/event-log.js';
import type { GraphTransaction } from '../platform/graph/graph.js';
import { newId } from '../platform/ids/new-id.js';
import { sessionKey, sessionRoom, sessionUrl } from './contracts.js';
import { summaryOfPerson } from './learning.views.js';
import { markPendingMail } from './registrations.cypher.js';
import { holds, RegistrationsRepository } from './registrations.repository.js';
import { kept } from './session-events.js';
import { SessionPlaces } from './session-places.js';
import {
  contentOf,
  factsOf,
  type SessionContent,
  type SessionRecord,
  sourceOf,
  toProperties,
} from './session-record.js';
import { createSession } from './sessions.cypher.js';
import { SessionsRepository } from './sessions.repository.js';

/** Writes sessions with their people, in the transaction of whoever calls. */
@Injectable()
export class SessionWriter {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly places: SessionPlaces,
    private readonly startThread: StartThread,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Writes a new session with the thread in which those who take part talk. @returns its id */
  async create(
    tx: GraphTransaction,
    proposer: Person,
    content: SessionContent,
    about: string[],
    facilitators: string[],
  ): Promise<string> {
    const id = newId();
    const at = this.clock.iso();
    await tx.run(createSession, {
      id,
      key: sessionKey(id),
      url: sessionUrl(id),
      properties: { ...toProperties(content), createdAt: at, changedAt: at, sequence: 0 },
      proposerId: proposer.id,
      source: sourceOf(proposer.id),
      at,
    });
    await this.sessions.setSubjects(tx, id, { before: [], after: about, by: proposer.id, at });
    const people = await this.setFacilitators(tx, { id, facilitators: [], turns: 0 }, facilitators, proposer);
    await this.sessions.change(tx, id, { ...people, waiting: 0 });
    const thread = { about: sessionKey(id), title: content.title, body: content.purpose, openedBy: id };
    const { id: threadId } = await this.startThread.executeIn(tx, proposer, thread);
    await this.sessions.change(tx, id, { threadId });
    const session = factsOf(await this.sessions.takeSession(tx, id));
    const data = { sessionId: id, session, by: summaryOfPerson(proposer) };
    const type = 'learning.session-proposed';
    await this.events.append(tx, { room: sessionRoom(id), type, data, kept: kept.session(data) });
    return id;
  }

  /**
   * Saves what has changed about a session that this transaction has taken, and tells it. Saving what is there already
   * changes nothing.
   * @returns how many places were taken before anyone moved up; null when nothing has changed
   */
  async change(
    tx: GraphTransaction,
    actor: Person,
    session: SessionRecord,
    after: { content: SessionContent; about: string[]; facilitators: string[] },
  ): Promise<number | null> {
    const { id } = session;
    const properties = toProperties(after.content);
    const about = session.about.map(({ key }) => key);
    const runs = session.facilitators.map((person) => person.id);
    const changed =
      JSON.stringify(properties) !== JSON.stringify(toProperties(contentOf(session))) ||
      !sameSet(about, after.about) ||
      !sameSet(runs, after.facilitators);
    if (!changed) return null;
    const at = this.clock.iso();
    await this.sessions.change(tx, id, { ...properties, changedAt: at, sequence: session.sequence + 1 });
    await this.sessions.setSubjects(tx, id, { before: about, after: after.about, by: actor.id, at });
    const counts = await this.setFacilitators(tx, session, after.facilitators, actor);
    const moved =
      after.content.startsAtUtc !== session.startsAtUtc || after.content.endsAtUtc !== session.endsAtUtc;
    if (moved) await tx.run(markPendingMail, { sessionId: id, mail: 'moved', exceptId: actor.id });
    const facts = factsOf(await this.sessions.takeSession(tx, id));
    const data = { sessionId: id, session: facts, moved, by: summaryOfPerson(actor) };
    const event = {
      room: sessionRoom(id),
      type: 'learning.session-changed',
      data,
      kept: kept.session(data),
    } as const;
    const isOwn = runs.includes(actor.id);
    await this.events.append(
      tx,
      event,
      isOwn ? null : { actor, data: { sequence: session.sequence + 1, moved } },
    );
    await this.places.settle(tx, { ...session, ...after.content, ...counts });
    return counts.registered;
  }

  /**
   * Makes these run the session. They need no place: one that they held is free, and so is that of whoever was
   * registered and now runs it. Who no longer runs it holds no place either.
   * @returns how the counts and turns have changed
   */
  async setFacilitators(
    tx: GraphTransaction,
    session: Pick<SessionRecord, 'id' | 'turns'> & {
      facilitators: { id: string }[];
      registered?: number;
      waiting?: number;
    },
    people: string[],
    by: Person,
  ): Promise<{ turns: number; registered: number; waiting: number }> {
    const { id } = session;
    const at = this.clock.iso();
    const before = session.facilitators.map((person) => person.id);
    const { added, removed } = await this.sessions.setFacilitators(tx, id, {
      before,
      after: people,
      by: by.id,
      at,
    });
    const counts = {
      turns: session.turns,
      registered: session.registered ?? 0,
      waiting: session.waiting ?? 0,
    };
    for (const personId of added) {
      const earlier = await this.registrations.findIn(tx, id, personId);
      if (holds(earlier) && earlier.state !== 'facilitating') counts[earlier.state] -= 1;
      counts.turns += 1;
      const properties = { state: 'facilitating', number: counts.turns, since: at };
      await this.registrations.put(tx, earlier, id, personId, properties);
    }
    for (const personId of removed) {
      const earlier = await this.registrations.findIn(tx, id, personId);
      if (!earlier) continue;
      await this.registrations.put(tx, earlier, id, personId, {
        state: 'cancelled',
        since: at,
        handNumber: null,
      });
    }
    return counts;
  }
}

function sameSet(one: string[], other: string[]): boolean {
  return JSON.stringify([...new Set(one)].sort()) === JSON.stringify([...new Set(other)].sort());
}
