import { Injectable } from '@nestjs/common';
import {
  CloseSession,
  ProposeSession,
  plannedStarts,
  proposeSessionBody,
  RegisterForSession,
  sessionKey,
} from '../../learning/index.js';
import { localTime } from '../../platform/clock/zoned-time.js';
import type { DemoSession } from '../content/demo-meetings.js';
import { DemoItems } from '../demo-items.js';
import { DemoCommitments } from './demo-commitments.js';
import { DemoLiveRoom } from './demo-live-room.js';
import { DemoThreads } from './demo-threads.js';
import { DemoTimes, earliest, instantOf, minutesAfter, timesBetween } from './demo-times.js';
import { keyOf, type Made, personBy, withLinks } from './made.js';

const MINUTES_TO_WRITE_IT_UP = 25;
const MINUTES_PER_DAY = 1440;

/** Holds the sessions of the demonstration: some are over, one goes on, some are yet to come. */
@Injectable()
export class DemoSessions {
  constructor(
    private readonly items: DemoItems,
    private readonly times: DemoTimes,
    private readonly threads: DemoThreads,
    private readonly commitments: DemoCommitments,
    private readonly liveRoom: DemoLiveRoom,
    private readonly proposeSession: ProposeSession,
    private readonly register: RegisterForSession,
    private readonly closeSession: CloseSession,
  ) {}

  async hold(session: DemoSession, made: Made): Promise<void> {
    const id = await this.propose(session, made);
    await this.fillPlaces(session, id, made);
    await this.threads.goOn(sessionKey(id), session.posts, undefined, made);
    const begin = this.beginOf(session);
    const starts = plannedStarts(session.agenda.map(withPrompt), begin.toISOString());
    await this.liveRoom.run(session, id, { begin, starts: starts.map((start) => new Date(start)) }, made);
    if (session.outcome) await this.close(session, session.outcome, id, made);
  }

  private beginOf({ startsInDays, startsAt, timeZone, minutes }: DemoSession): Date {
    const days = minutes < MINUTES_PER_DAY ? this.times.onWorkday(startsInDays) : startsInDays;
    return instantOf(this.times.localIn(days, startsAt, timeZone), timeZone);
  }

  private async propose(session: DemoSession, made: Made): Promise<string> {
    const { title, format, languages, timeZone, places, meetingLink, interpretationLinks } = session;
    const begin = this.beginOf(session);
    const input = proposeSessionBody.parse({
      ...{ title, format, languages, timeZone, places, meetingLink, interpretationLinks },
      purpose: withLinks(made, session.purpose),
      about: session.about.map((reference) => keyOf(made, reference)),
      agenda: session.agenda.map(withPrompt),
      startsAt: localTime(begin, timeZone),
      endsAt: localTime(minutesAfter(begin, session.minutes), timeZone),
      registrationClosesAt: this.closingOf(session),
    });
    const proposer = personBy(made, session.facilitator);
    const time = this.times.ago(session.proposedDaysAgo);
    const { id } = await this.times.at(time, () => this.proposeSession.execute(proposer, input));
    await this.items.record(sessionKey(id));
    return id;
  }

  private closingOf({ registrationClosesDaysBefore: before, startsInDays, timeZone }: DemoSession) {
    return before === undefined ? null : this.times.localIn(startsInDays - before, '18:00', timeZone);
  }

  /** People register one after the other, between the proposal and now, or as long as they may. */
  private async fillPlaces(session: DemoSession, id: string, made: Made): Promise<void> {
    const closing = this.closingOf(session);
    const last = closing === null ? this.beginOf(session) : instantOf(closing, session.timeZone);
    const until = earliest(last, this.times.in(0));
    const times = timesBetween(this.times.ago(session.proposedDaysAgo), until, session.registered.length);
    for (const [index, handle] of session.registered.entries()) {
      const time = times[index] ?? until;
      await this.times.at(time, () => this.register.execute(personBy(made, handle), id));
    }
  }

  private async close(
    session: DemoSession,
    outcome: NonNullable<DemoSession['outcome']>,
    id: string,
    made: Made,
  ): Promise<void> {
    const { summary, headcount, lessons, commitments } = outcome;
    const end = minutesAfter(this.beginOf(session), session.minutes + MINUTES_TO_WRITE_IT_UP);
    const record = {
      ...{ summary, headcount, commitments: this.commitments.toInput(commitments, made) },
      lessons: lessons.map(({ text, case: handle }) => ({ text, caseId: made.cases.get(handle) })),
    };
    const facilitator = personBy(made, session.facilitator);
    await this.times.at(end, () => this.closeSession.execute(facilitator, id, record));
    await this.commitments.report(commitments, sessionKey(id), session.facilitator, made);
  }
}

function withPrompt({ title, minutes, prompt }: DemoSession['agenda'][number]) {
  return { title, minutes, prompt: prompt ?? null };
}
