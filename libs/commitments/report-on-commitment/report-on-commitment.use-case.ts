import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { reportedEvent } from '../commitment-events.js';
import { reportOnCommitment } from '../commitments.access.js';
import { commitmentChangedMeanwhile } from '../commitments.errors.js';
import { CommitmentsRepository } from '../commitments.repository.js';
import type { reportOnCommitmentBody } from '../commitments.schemas.js';
import { peopleOf } from '../commitments.views.js';
import { addDays, dayOf } from '../rules/commitment-days.js';
import { nextReminderOn } from '../rules/reminders.js';

export type ReportOnCommitmentInput = z.output<typeof reportOnCommitmentBody>;

/** Says what came of a commitment so far, and keeps what was said before. */
@Injectable()
export class ReportOnCommitment {
  constructor(
    private readonly graph: Graph,
    private readonly commitments: CommitmentsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Reporting what the last report says already changes nothing, so that a form may be sent twice.
   * @throws {DomainError} `commitments/commitment-changed-meanwhile` when there is a later report by now
   */
  async execute(actor: Actor, id: string, input: ReportOnCommitmentInput): Promise<void> {
    requireEntry(reportOnCommitment, actor);
    await this.graph.write(async (tx) => {
      const commitment = await this.commitments.takeCommitment(tx, id);
      requireAccess(reportOnCommitment, actor, peopleOf(commitment));
      const { state, note } = input;
      if (commitment.state === state && commitment.stateNote === note) return;
      if (commitment.version !== input.version) throw commitmentChangedMeanwhile(commitment.version);
      const { id: reporterId, name } = actor as Person;
      const report = {
        commitmentId: id,
        number: commitment.version,
        state,
        note,
        at: this.clock.iso(),
        by: { id: reporterId, name, url: `/people/${reporterId}` },
        version: commitment.version + 1,
      };
      // Whoever says today that it is still open is not asked the same today.
      const tomorrow = addDays(dayOf(this.clock.now()), 1);
      const remindOn = state === 'open' ? nextReminderOn(commitment, tomorrow) : null;
      await this.commitments.addReport(tx, report, remindOn);
      const { ownerId, makerId } = peopleOf(commitment);
      const isOwn = reporterId === ownerId || reporterId === makerId;
      const audited = isOwn ? null : { actor, data: { state, version: report.version } };
      await this.events.append(tx, reportedEvent(report), audited);
    });
  }
}
