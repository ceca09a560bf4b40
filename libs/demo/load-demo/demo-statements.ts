import { Injectable } from '@nestjs/common';
import {
  type GivenAnswer,
  ImportAnswers,
  ModerateStatement,
  ProposeStatement,
} from '../../dialogues/index.js';
import { SYSTEM } from '../../platform/access/actor.js';
import type { DemoDialogue, DemoStatement } from '../content/demo-meetings.js';
import { DemoTimes, earliest, minutesAfter, timesBetween } from './demo-times.js';
import { type Made, personBy } from './made.js';

const DAYS_TO_MODERATE = 0.1;
const CHOICES = new Map([
  ['a', 'agree'],
  ['d', 'disagree'],
  ['p', 'pass'],
] as const);

/** The statements of the demonstration's dialogues, and what people answered to them. */
@Injectable()
export class DemoStatements {
  constructor(
    private readonly times: DemoTimes,
    private readonly proposeStatement: ProposeStatement,
    private readonly moderateStatement: ModerateStatement,
    private readonly importAnswers: ImportAnswers,
  ) {}

  /** @returns the ids of the statements that were approved, by their handles */
  async make(dialogue: DemoDialogue, dialogueId: string, made: Made): Promise<Map<string, string>> {
    const approved = new Map<string, string>();
    for (const statement of dialogue.statements) {
      const statementId = await this.propose(statement, dialogue, dialogueId, made);
      if (statement.status === undefined) approved.set(statement.handle, statementId);
    }
    return approved;
  }

  /**
   * People answer one after the other while they may, each all statements in a few minutes.
   * @param deliberation when people may answer
   */
  async answer(
    dialogue: DemoDialogue,
    target: { id: string; statementIds: string[]; deliberation: { opensAt: string; closesAt: string } },
    made: Made,
  ): Promise<void> {
    const answers = this.answersTo(dialogue, target, made);
    if (answers.length > 0) await this.importAnswers.execute(SYSTEM, target.id, answers);
  }

  /** @returns the id of the statement */
  private async propose(
    { author, text, status, reason, daysAgo, lang }: DemoStatement,
    dialogue: DemoDialogue,
    dialogueId: string,
    made: Made,
  ): Promise<string> {
    const input = { text, lang: lang ?? dialogue.lang };
    const { id } = await this.times.at(this.times.ago(daysAgo), () =>
      this.proposeStatement.execute(personBy(made, author), dialogueId, input),
    );
    if (status === 'waiting') return id;
    const decision = { decision: status === 'refused' ? 'refuse' : 'approve', reason } as const;
    const convener = personBy(made, dialogue.convener);
    await this.times.at(this.times.ago(daysAgo - DAYS_TO_MODERATE), () =>
      this.moderateStatement.execute(convener, dialogueId, id, decision),
    );
    return id;
  }

  private answersTo(
    dialogue: DemoDialogue,
    {
      statementIds,
      deliberation,
    }: { statementIds: string[]; deliberation: { opensAt: string; closesAt: string } },
    made: Made,
  ): GivenAnswer[] {
    const given = Object.entries(dialogue.answers ?? {});
    const until = earliest(new Date(deliberation.closesAt), this.times.ago(0));
    const times = timesBetween(new Date(deliberation.opensAt), until, given.length);
    return given.flatMap(([handle, letters], person) =>
      statementIds.flatMap((statementId, position) => {
        const choice = CHOICES.get((letters[position] ?? '-') as 'a');
        const at = minutesAfter(times[person] ?? until, position / 2).toISOString();
        return choice ? [{ statementId, personId: personBy(made, handle).id, choice, at }] : [];
      }),
    );
  }
}
