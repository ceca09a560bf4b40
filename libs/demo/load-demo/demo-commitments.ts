import { Injectable } from '@nestjs/common';
import { type CommitmentInput, ListCommitments, ReportOnCommitment } from '../../commitments/index.js';
import type { DemoCommitment } from '../content/demo-meetings.js';
import { DemoTimes } from './demo-times.js';
import { keyOf, type Made, personBy } from './made.js';

const PERSON = 'person:';
const MOST = 100;

/** What the people of the demonstration promise, and what comes of it. */
@Injectable()
export class DemoCommitments {
  constructor(
    private readonly times: DemoTimes,
    private readonly listCommitments: ListCommitments,
    private readonly reportOnCommitment: ReportOnCommitment,
  ) {}

  /** As the form that closes a session or dialogue takes them. */
  toInput(commitments: DemoCommitment[], made: Made): CommitmentInput[] {
    return commitments.map(({ text, owner, dueInDays, reviewInDays = dueInDays }) => ({
      text,
      ownerKey: keyOf(made, owner),
      dueOn: this.times.dayIn(dueInDays),
      reviewOn: this.times.dayIn(reviewInDays),
    }));
  }

  /** @param answers key of what was closed with the commitments @param maker handle of whoever closed it */
  async report(commitments: DemoCommitment[], answers: string, maker: string, made: Made): Promise<void> {
    const { items } = await this.listCommitments.execute({ answers, limit: MOST });
    for (const { text, owner, reports = [] } of commitments) {
      const id = items.find((item) => item.text === text)?.id ?? '';
      const reporter = owner.startsWith(PERSON) ? owner.slice(PERSON.length) : maker;
      for (const [index, { daysAgo, state, note }] of reports.entries()) {
        const input = { state, note, version: index + 1 };
        await this.times.at(this.times.ago(daysAgo), () =>
          this.reportOnCommitment.execute(personBy(made, reporter), id, input),
        );
      }
    }
  }
}
