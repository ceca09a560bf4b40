import { Injectable } from '@nestjs/common';
import { ProposeSession, proposeSessionBody, RegisterForSession, sessionKey } from '../../learning/index.js';
import { localTime } from '../../platform/clock/zoned-time.js';
import type { DemoSession } from '../content/demo-meetings.js';
import { DemoItems } from '../demo-items.js';
import { DemoTimes, earliest, instantOf, minutesAfter, timesBetween } from './demo-times.js';
import { keyOf, type Made, personBy, withLinks } from './made.js';

const MINUTES_PER_DAY = 1440;

/** The sessions of the demonstration before they begin: proposed, and filled with people. */
@Injectable()
export class DemoProposals {
  constructor(
    private readonly items: DemoItems,
    private readonly times: DemoTimes,
    private readonly proposeSession: ProposeSession,
    private readonly register: RegisterForSession,
  ) {}

  beginOf({ startsInDays, startsAt, timeZone, minutes }: DemoSession): Date {
    const days = minutes < MINUTES_PER_DAY ? this.times.onWorkday(startsInDays) : startsInDays;
    return instantOf(this.times.localIn(days, startsAt, timeZone), timeZone);
  }

  /** @returns its id */
  async propose(session: DemoSession, made: Made): Promise<string> {
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

  /** People register one after the other, between the proposal and now, or as long as they may. */
  async fillPlaces(session: DemoSession, id: string, made: Made): Promise<void> {
    const closing = this.closingOf(session);
    const last = closing === null ? this.beginOf(session) : instantOf(closing, session.timeZone);
    const until = earliest(last, this.times.in(0));
    const times = timesBetween(this.times.ago(session.proposedDaysAgo), until, session.registered.length);
    for (const [index, handle] of session.registered.entries()) {
      const time = times[index] ?? until;
      await this.times.at(time, () => this.register.execute(personBy(made, handle), id));
    }
  }

  private closingOf({ registrationClosesDaysBefore: before, startsInDays, timeZone }: DemoSession) {
    return before === undefined ? null : this.times.localIn(startsInDays - before, '18:00', timeZone);
  }
}

export function withPrompt({ title, minutes, prompt }: DemoSession['agenda'][number]) {
  return { title, minutes, prompt: prompt ?? null };
}
