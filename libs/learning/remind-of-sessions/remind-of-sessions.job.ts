import { Injectable, Logger } from '@nestjs/common';
import { MailPerson } from '../../identity/index.js';
import { Graph } from '../../platform/graph/graph.js';
import { type Job, RecurringJob } from '../../platform/jobs/recurring-job.js';
import { listLessons } from '../live.cypher.js';
import {
  changeRegistrations,
  findRegistration,
  listBeginning,
  listPendingMails,
  listPlaces,
  type PendingMail,
  type PlaceRow,
  takePendingMail,
  takeReminder,
} from '../registrations.cypher.js';
import { dueReminder, REMINDERS, type ReminderKind } from '../rules/reminders.js';
import { SessionsRepository } from '../sessions.repository.js';
import { SessionMails } from './session-mails.js';

const MINUTE = 60_000;
const PER_RUN = 1000;

interface ToSend {
  key: string;
  sessionId: string;
  personId: string;
  timeZone: string | null;
  mail: PendingMail | ReminderKind;
}

/**
 * Mails those who have a part in a session: a day and an hour before it begins, when they have moved up from the waiting
 * list, when it is moved, when it is called off and what came of it. Each mail is marked as sent before it leaves, and marked back when
 * the mail server does not take it.
 */
@Injectable()
@RecurringJob({ name: 'remind-of-sessions', every: MINUTE })
export class RemindOfSessions implements Job {
  private readonly logger = new Logger('learning');

  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly mails: SessionMails,
    private readonly mailPerson: MailPerson,
  ) {}

  async run(now: Date): Promise<void> {
    await this.sendPending();
    const span = { since: now.toISOString(), until: new Date(now.getTime() + REMINDERS.day).toISOString() };
    for (const { id, startsAtUtc, takesPlace } of await this.graph.read(listBeginning, span)) {
      if (!takesPlace) continue;
      for (const place of await this.graph.read(listPlaces, { sessionId: id })) {
        const kind = dueReminder(startsAtUtc, place.since, now);
        if (kind) await this.remind(id, place, kind, startsAtUtc);
      }
    }
  }

  private async sendPending(): Promise<void> {
    for (const row of await this.graph.read(listPendingMails, { limit: PER_RUN })) {
      const { key, mail } = row;
      const [taken] = await this.graph.write((tx) => tx.run(takePendingMail, { key, mail }));
      if (taken) await this.send(row, { mailPending: true, pendingMail: mail });
    }
  }

  /** A reminder belongs to the time of which it reminds: a session that is moved reminds anew. */
  private async remind(
    sessionId: string,
    place: PlaceRow,
    kind: ReminderKind,
    startsAtUtc: string,
  ): Promise<void> {
    const { key, personId, timeZone } = place;
    const reminder = `${kind} before ${startsAtUtc}`;
    if (place.reminded === reminder) return;
    const [taken] = await this.graph.write((tx) => tx.run(takeReminder, { key, reminder }));
    if (taken)
      await this.send({ key, sessionId, personId, timeZone, mail: kind }, { reminded: place.reminded });
  }

  /** @param undo what to write where the mail could not be sent, so that the next run tries again */
  private async send(
    { key, sessionId, personId, timeZone, mail }: ToSend,
    undo: Record<string, string | boolean | null>,
  ): Promise<void> {
    const session = await this.sessions.findSession(sessionId);
    if (!session) return;
    const [registration] = mail === 'removed' ? await this.graph.read(findRegistration, { key }) : [];
    const removedReason = registration?.removedReason ?? null;
    const lessons = mail === 'outcome' ? await this.graph.read(listLessons, { sessionId }) : [];
    try {
      await this.mailPerson.execute(personId, 'community', (reader) =>
        this.mails.compose(mail, session, reader, {
          ...{ timeZone, removedReason, lessons: lessons.map(({ text }) => text) },
        }),
      );
    } catch (error) {
      this.logger.warn(`a mail about a session is tried again at the next turn: ${String(error)}`);
      await this.graph.write((tx) =>
        tx.run(changeRegistrations, { keys: [key], properties: undo, revises: 0 }),
      );
    }
  }
}
