import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { readCommitments } from '../commitments.access.js';
import { CommitmentsRepository } from '../commitments.repository.js';
import type { CommitmentDetailView } from '../commitments.schemas.js';
import { toCommitmentDetail } from '../commitments.views.js';
import { commitmentRoom } from '../contracts.js';
import { dayOf } from '../rules/commitment-days.js';

/** A commitment with what was reported on it. */
@Injectable()
export class ShowCommitment {
  constructor(
    private readonly commitments: CommitmentsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, id: string): Promise<CommitmentDetailView> {
    requireAccess(readCommitments, actor, undefined);
    // The event number is read first: an event between the reads is then sent once more rather than missed.
    const seq = await this.events.currentSequence(commitmentRoom(id));
    const row = await this.commitments.getCommitment(id);
    const reports = await this.commitments.listReports(id, row.version - 1);
    const ownerIsDisabled = await this.commitments.isOwnerDisabled(row);
    return toCommitmentDetail(row, actor, { today: dayOf(this.clock.now()), seq, reports, ownerIsDisabled });
  }
}
