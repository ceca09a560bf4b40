import { Injectable } from '@nestjs/common';
import { ListCommitments } from '../commitments/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Graph } from '../platform/graph/graph.js';
import { sessionKey } from './contracts.js';
import { toLesson, toNote, toPoll } from './learning.views.js';
import type { LiveView, NoteView, OutcomeView, OwnPartView, SessionView } from './learning.views.schemas.js';
import { findPoll, findPollAnswer, listLessons, listNotesByKey, listPolls } from './live.cypher.js';
import { type OwnRegistration, RegistrationsRepository } from './registrations.repository.js';
import { isLive } from './rules/session-state.js';
import { noteKey, pollKey, type SessionRecord } from './session-record.js';

/** Notes that come with a session; earlier ones are read page by page. */
export const LIVE_NOTES = 100;

const MOST_COMMITMENTS = 100;

/** Reads what happens in a session and what came of it. */
@Injectable()
export class LiveReader {
  constructor(
    private readonly graph: Graph,
    private readonly registrations: RegistrationsRepository,
    private readonly listCommitments: ListCommitments,
    private readonly clock: Clock,
  ) {}

  async liveOf(session: SessionRecord): Promise<LiveView> {
    const { id, stepIndex, stepStartedAt, noteCount, attended, pollCount } = session;
    const [hands, [poll]] = await Promise.all([
      this.registrations.listHands(id),
      pollCount > 0 ? this.graph.read(findPoll, { key: pollKey(id, pollCount) }) : [],
    ]);
    const open = isLive(session, this.clock.now());
    return { open, stepIndex, stepStartedAt, hands, poll: poll ? toPoll(poll) : null, noteCount, attended };
  }

  /** Notes after a number, as far as they exist. */
  async notes({ id, noteCount }: SessionRecord, after: number, limit = LIVE_NOTES): Promise<NoteView[]> {
    const first = Math.max(0, after);
    const count = Math.max(0, Math.min(limit, noteCount - first));
    const keys = Array.from({ length: count }, (_, index) => noteKey(id, first + index + 1));
    if (keys.length === 0) return [];
    return (await this.graph.read(listNotesByKey, { keys })).map(toNote);
  }

  async outcomeOf(session: SessionRecord): Promise<OutcomeView | null> {
    const { id, closedAt, summary, headcount, attended } = session;
    if (closedAt === null) return null;
    const [lessons, polls, commitments] = await Promise.all([
      this.graph.read(listLessons, { sessionId: id }),
      this.graph.read(listPolls, { sessionId: id }),
      this.listCommitments.execute({ answers: sessionKey(id), sort: 'due', limit: MOST_COMMITMENTS }),
    ]);
    return {
      closedAt,
      summary,
      lessons: lessons.map(toLesson),
      commitments: commitments.items,
      headcount,
      attended,
      polls: polls.map(toPoll),
    };
  }

  async ownPart(session: SessionRecord, own: OwnRegistration): Promise<OwnPartView> {
    const { pollCount, id } = session;
    const answerKey = `${pollKey(id, pollCount)}#${own.personId}`;
    const [waitingPosition, [answer]] = await Promise.all([
      own.state === 'waiting' ? this.registrations.waitingPosition(own) : null,
      pollCount > 0 ? this.graph.read(findPollAnswer, { key: answerKey }) : [],
    ]);
    return {
      state: own.state,
      waitingPosition,
      timeZone: own.timeZone,
      attended: own.attendedAt !== null,
      handRaised: own.handNumber !== null,
      pollAnswer: answer?.choice ?? null,
    };
  }

  async participants(sessionId: string): Promise<NonNullable<SessionView['participants']>> {
    const rows = await this.registrations.list(sessionId);
    return rows.flatMap(({ id, name, url, state, attendedAt }) =>
      state === 'cancelled' ? [] : [{ id, name, url, state, attended: attendedAt !== null }],
    );
  }
}
