import { Injectable } from '@nestjs/common';
import { CloseDialogue } from '../../dialogues/index.js';
import type { DemoDialogue } from '../content/demo-meetings.js';
import { DemoCommitments } from './demo-commitments.js';
import { DemoTimes } from './demo-times.js';
import { keyOf, type Made, personBy } from './made.js';

/** What the demonstration's dialogues came to. */
@Injectable()
export class DemoOutcomes {
  constructor(
    private readonly times: DemoTimes,
    private readonly commitments: DemoCommitments,
    private readonly closeDialogue: CloseDialogue,
  ) {}

  /** Closes the dialogue with its outcome, and tells what became of the commitments. */
  async close(
    { convener, lang }: DemoDialogue,
    outcome: NonNullable<DemoDialogue['outcome']>,
    { id, key, approved }: { id: string; key: string; approved: ReadonlyMap<string, string> },
    made: Made,
  ): Promise<void> {
    const { agreed, agreedBy, dissent, commitments } = outcome;
    const input = {
      ...{ agreed, agreedBy, dissent, lang, reviewOn: this.times.dayIn(outcome.reviewInDays) },
      parties: outcome.parties.map((reference) => keyOf(made, reference)),
      statements: outcome.statements.flatMap((handle) => approved.get(handle) ?? []),
      commitments: this.commitments.toInput(commitments, made),
    };
    await this.times.at(this.times.ago(outcome.daysAgo), () =>
      this.closeDialogue.execute(personBy(made, convener), id, input),
    );
    await this.commitments.report(commitments, key, convener, made);
  }
}
