import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { CommitmentsRepository } from '../commitments.repository.js';
import type { CommitmentSummaryView } from '../commitments.schemas.js';
import { dayOf } from '../rules/commitment-days.js';

/** What was promised by, about or at the close of something, and what came of it, in numbers. */
@Injectable()
export class SummariseCommitments {
  constructor(
    private readonly commitments: CommitmentsRepository,
    private readonly clock: Clock,
  ) {}

  async execute(entityKey: string): Promise<CommitmentSummaryView> {
    const today = dayOf(this.clock.now());
    const relations = ['ANSWERS' as const, 'OWNED_BY' as const, 'ABOUT' as const];
    const rows = await this.commitments.countLinked({ entity: entityKey, relations }, today);
    const summary = { total: 0, open: 0, kept: 0, partly: 0, dropped: 0, overdue: 0 };
    for (const { state, late, count } of rows) {
      summary.total += count;
      summary[state] += count;
      if (state === 'open' && late) summary.overdue += count;
    }
    return summary;
  }
}
