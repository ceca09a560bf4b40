import { Injectable } from '@nestjs/common';
import { MakeCommitments } from '../../commitments/index.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { requestKey } from '../../platform/receipts/request-key.js';
import { sessionKey, sessionRoom, sessionUrl } from '../contracts.js';
import type { CloseSessionInput } from '../learning.schemas.js';
import { summaryOfPerson, toLesson } from '../learning.views.js';
import { closePoll, createLesson, linkLesson, listLessons } from '../live.cypher.js';
import { lowerAllHands, markOutcomeMail } from '../registrations.cypher.js';
import { kept } from '../session-events.js';
import { SessionFloor, type Work } from '../session-floor.js';
import { pollKey, type SessionRecord, sourceOf } from '../session-record.js';
import { SessionReferences } from '../session-references.js';
import { SessionsRepository } from '../sessions.repository.js';

const TITLE_MAX = 120;

/** Closes a session with its outcome: what was learned, and what was promised. From then on it is a record. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly floor: SessionFloor,
    private readonly sessions: SessionsRepository,
    private readonly references: SessionReferences,
    private readonly makeCommitments: MakeCommitments,
    private readonly events: EventLog,
  ) {}

  /**
   * All of it is kept, or nothing. For whoever sends the same again nothing changes.
   * @throws {DomainError} `learning/session-closed` when it is closed already, `platform/invalid-input` for unknown
   * cases, and what `MakeCommitments` throws
   */
  async execute(actor: Actor, id: string, outcome: CloseSessionInput): Promise<void> {
    const caseIds = outcome.lessons.map(({ caseId }) => caseId || null);
    await this.references.requireCases(caseIds, (index) => `lessons.${index}.caseId`);
    const by = actor as Person;
    const key = requestKey({ personId: by.id, act: ['close-session', id], content: outcome });
    const close: Work<void> = async (tx, { session, at }) => {
      await this.endLive(tx, session, at);
      await this.addLessons(tx, by, session, outcome.lessons, at);
      const commitments = await this.makeCommitments.execute(tx, by, {
        answers: sessionKey(id),
        about: session.about.map(({ key }) => key),
        commitments: outcome.commitments,
      });
      const { summary } = outcome;
      const headcount = outcome.headcount ?? null;
      const sequence = session.sequence + 1;
      await this.sessions.change(tx, id, { closedAt: at, summary, headcount, changedAt: at, sequence });
      await this.tell(tx, id, by.id);
      const lessons = (await tx.run(listLessons, { sessionId: id })).map(toLesson);
      const data = {
        sessionId: id,
        at,
        summary,
        lessons,
        commitmentIds: commitments.map((commitment) => commitment.id),
        headcount,
        sequence,
        by: summaryOfPerson(by),
      };
      const event = { room: sessionRoom(id), type: 'learning.session-closed', data } as const;
      await this.events.append(tx, { ...event, kept: kept.closed(data) }, { actor });
    };
    await this.floor.run(actor, id, close, key);
  }

  /** Those who were there are told by mail; where nobody was noted but those who run it, all who held a place. */
  private async tell(tx: GraphTransaction, sessionId: string, exceptId: string): Promise<void> {
    const told = await tx.run(markOutcomeMail, { sessionId, exceptId, everyone: false });
    if (told.some(({ state }) => state === 'registered')) return;
    await tx.run(markOutcomeMail, { sessionId, exceptId, everyone: true });
  }

  private async endLive(tx: GraphTransaction, { id, pollCount }: SessionRecord, at: string): Promise<void> {
    await tx.run(lowerAllHands, { sessionId: id });
    if (pollCount > 0) await tx.run(closePoll, { key: pollKey(id, pollCount), at });
  }

  private async addLessons(
    tx: GraphTransaction,
    by: Person,
    session: SessionRecord,
    lessons: CloseSessionInput['lessons'],
    at: string,
  ): Promise<void> {
    const source = sourceOf(by.id);
    for (const [position, { text, caseId }] of lessons.entries()) {
      const id = newId();
      await tx.run(createLesson, {
        id,
        key: `lesson:${id}`,
        url: `${sessionUrl(session.id)}#lesson-${id}`,
        title: titleOf(text),
        text,
        number: position + 1,
        sessionId: session.id,
        source,
        at,
      });
      if (caseId) await tx.run(linkLesson, { id, about: `case:${caseId}`, source, at });
    }
  }
}

/** The beginning of a text, cut between words. */
function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= TITLE_MAX) return line;
  const cut = line.slice(0, TITLE_MAX - 1).toWellFormed();
  return `${cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut}…`;
}
