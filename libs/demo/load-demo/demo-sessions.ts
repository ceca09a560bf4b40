import { Injectable } from '@nestjs/common';
import { CloseSession, plannedStarts, sessionKey } from '../../learning/index.js';
import type { DemoSession } from '../content/demo-meetings.js';
import { DemoCommitments } from './demo-commitments.js';
import { DemoLiveRoom } from './demo-live-room.js';
import { DemoProposals, withPrompt } from './demo-proposals.js';
import { DemoThreads } from './demo-threads.js';
import { DemoTimes, minutesAfter } from './demo-times.js';
import { type Made, personBy } from './made.js';

const MINUTES_TO_WRITE_IT_UP = 25;

/** Holds the sessions of the demonstration: some are over, one goes on, some are yet to come. */
@Injectable()
export class DemoSessions {
  constructor(
    private readonly times: DemoTimes,
    private readonly proposals: DemoProposals,
    private readonly threads: DemoThreads,
    private readonly commitments: DemoCommitments,
    private readonly liveRoom: DemoLiveRoom,
    private readonly closeSession: CloseSession,
  ) {}

  async hold(session: DemoSession, made: Made): Promise<void> {
    const id = await this.proposals.propose(session, made);
    await this.proposals.fillPlaces(session, id, made);
    await this.threads.goOn(sessionKey(id), session.posts, undefined, made);
    const begin = this.proposals.beginOf(session);
    const starts = plannedStarts(session.agenda.map(withPrompt), begin.toISOString());
    await this.liveRoom.run(session, id, { begin, starts: starts.map((start) => new Date(start)) }, made);
    if (session.outcome) await this.close(session, session.outcome, id, made);
  }

  private async close(
    session: DemoSession,
    outcome: NonNullable<DemoSession['outcome']>,
    id: string,
    made: Made,
  ): Promise<void> {
    const { summary, headcount, lessons, commitments } = outcome;
    const end = minutesAfter(this.proposals.beginOf(session), session.minutes + MINUTES_TO_WRITE_IT_UP);
    const record = {
      ...{ summary, headcount, commitments: this.commitments.toInput(commitments, made) },
      lessons: lessons.map(({ text, case: handle }) => ({ text, caseId: made.cases.get(handle) })),
    };
    const facilitator = personBy(made, session.facilitator);
    await this.times.at(end, () => this.closeSession.execute(facilitator, id, record));
    await this.commitments.report(commitments, sessionKey(id), session.facilitator, made);
  }
}
