import { Injectable, Logger } from '@nestjs/common';
import { MailPerson, type MailReader } from '../../identity/index.js';
import { Config } from '../../platform/config/config.js';
import { Graph } from '../../platform/graph/graph.js';
import { Catalogue } from '../../platform/i18n/catalogue.js';
import { type Job, RecurringJob } from '../../platform/jobs/recurring-job.js';
import type { CommitmentRow } from '../commitments.cypher.js';
import { CommitmentsRepository } from '../commitments.repository.js';
import { answeredBy, peopleOf } from '../commitments.views.js';
import { addDays, type Day, dayOf } from '../rules/commitment-days.js';
import { nextReminderOn, type ReminderKind, reminderToSend } from '../rules/reminders.js';

const QUARTER_HOUR = 15 * 60_000;

/** A reminder that was marked as sent, and is to leave now. */
interface TakenReminder {
  kind: ReminderKind;
  commitment: CommitmentRow;
  /** Who can say what came of it, the first to be asked first. */
  recipientIds: string[];
}

/**
 * Asks owners by mail what came of their commitment: on the day it is due, on the day of the follow-up, and a week
 * later while it is open. Where an organisation owns it, or a person who cannot be mailed (an account that is disabled, an
 * address that was never proved), whoever wrote it down is asked. When nobody can be, the reminder waits for someone who can.
 */
@Injectable()
@RecurringJob({ name: 'remind-of-commitments', every: QUARTER_HOUR })
export class RemindOfCommitments implements Job {
  private readonly logger = new Logger('commitments');

  constructor(
    private readonly graph: Graph,
    private readonly commitments: CommitmentsRepository,
    private readonly mailPerson: MailPerson,
    private readonly catalogue: Catalogue,
    private readonly config: Config,
  ) {}

  async run(now: Date): Promise<void> {
    const today = dayOf(now);
    for (const id of await this.commitments.listToRemind(today)) {
      const reminder = await this.take(id, today);
      if (reminder) await this.send(reminder);
    }
  }

  /** Marks the reminder as sent before it leaves: another process, or the next run after a crash, sends it no more. */
  private take(id: string, today: Day): Promise<TakenReminder | null> {
    return this.graph.write(async (tx) => {
      const commitment = await this.commitments.takeCommitment(tx, id);
      const { state, remindOn } = commitment;
      if (remindOn === null || remindOn > today) return null;
      const next = state === 'open' ? nextReminderOn(commitment, addDays(today, 1)) : null;
      await this.commitments.setRemindOn(tx, id, next);
      const reminder = reminderToSend(commitment, remindOn, today);
      const { ownerId, makerId } = peopleOf(commitment);
      const recipientIds = [ownerId, makerId].filter((person) => person !== null);
      if (state !== 'open' || !reminder) return null;
      return { kind: reminder.kind, commitment, recipientIds };
    });
  }

  private async send(reminder: TakenReminder): Promise<void> {
    try {
      for (const id of reminder.recipientIds) {
        if (await this.mailPerson.execute(id, 'community', (reader) => this.compose(reminder, reader)))
          return;
      }
      await this.giveBack(reminder.commitment);
    } catch (error) {
      this.logger.warn(`a reminder was not mailed and is tried again at the next turn: ${String(error)}`);
      await this.giveBack(reminder.commitment);
    }
  }

  /** Unless somebody has reported since: then there is nothing to ask. */
  private giveBack({ id, version, remindOn }: CommitmentRow): Promise<void> {
    return this.graph.write(async (tx) => {
      const commitment = await this.commitments.takeCommitment(tx, id);
      if (commitment.version === version) await this.commitments.setRemindOn(tx, id, remindOn);
    });
  }

  private compose({ kind, commitment }: TakenReminder, { name, locale }: MailReader) {
    const day = (date: Day) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
    const values = {
      name,
      title: commitment.title,
      text: commitment.text,
      answers: answeredBy(commitment)?.title ?? '',
      dueOn: day(commitment.dueOn),
      reviewOn: day(commitment.reviewOn),
      link: `${this.config.baseUrl}${commitment.url}`,
    };
    const say = (part: string) => this.catalogue.text(locale, `commitments.${kind}-mail-${part}`, values);
    return { subject: say('subject'), text: say('text') };
  }
}
