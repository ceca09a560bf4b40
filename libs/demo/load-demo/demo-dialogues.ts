import { Injectable } from '@nestjs/common';
import {
  CloseDialogue,
  ConveneDialogue,
  conveneDialogueBody,
  type GivenAnswer,
  ImportAnswers,
  ModerateStatement,
  ProposeStatement,
} from '../../dialogues/index.js';
import { SYSTEM } from '../../platform/access/actor.js';
import { entityKey } from '../../platform/entities/entity.js';
import type { DemoDialogue, DemoStatement } from '../content/demo-meetings.js';
import { DemoItems } from '../demo-items.js';
import { DemoCommitments } from './demo-commitments.js';
import { DemoThreads } from './demo-threads.js';
import { DemoTimes, earliest, instantOf, minutesAfter, timesBetween } from './demo-times.js';
import { keyOf, type Made, personBy, withLinks } from './made.js';

const DAYS_TO_MODERATE = 0.1;
const CHOICES = new Map([
  ['a', 'agree'],
  ['d', 'disagree'],
  ['p', 'pass'],
] as const);

/** Holds the dialogues of the demonstration, each up to where it stands now. */
@Injectable()
export class DemoDialogues {
  constructor(
    private readonly items: DemoItems,
    private readonly times: DemoTimes,
    private readonly threads: DemoThreads,
    private readonly commitments: DemoCommitments,
    private readonly conveneDialogue: ConveneDialogue,
    private readonly proposeStatement: ProposeStatement,
    private readonly moderateStatement: ModerateStatement,
    private readonly importAnswers: ImportAnswers,
    private readonly closeDialogue: CloseDialogue,
  ) {}

  async hold(dialogue: DemoDialogue, made: Made): Promise<void> {
    const id = await this.convene(dialogue, made);
    const key = entityKey('dialogue', id);
    await this.threads.goOn(key, dialogue.posts, dialogue.lang, made);
    const approved = new Map<string, string>();
    for (const statement of dialogue.statements) {
      const statementId = await this.propose(statement, dialogue, id, made);
      if (statement.status === undefined) approved.set(statement.handle, statementId);
    }
    const answers = this.answersTo([...approved.values()], dialogue, made);
    if (answers.length > 0) await this.importAnswers.execute(SYSTEM, id, answers);
    if (dialogue.outcome) await this.close(dialogue, dialogue.outcome, { id, key, approved }, made);
  }

  private async convene(dialogue: DemoDialogue, made: Made): Promise<string> {
    const { question, lang, timeZone, opening, convenedDaysAgo } = dialogue;
    const input = conveneDialogueBody.parse({
      ...{ question, lang, timeZone, opening },
      background: withLinks(made, dialogue.background),
      phases: this.phasesOf(dialogue),
      about: dialogue.about.map((reference) => keyOf(made, reference)),
      evidence: dialogue.evidence.map((handle) => keyOf(made, `case:${handle}`)),
      coConveners: dialogue.coConveners.map((handle) => personBy(made, handle).id),
    });
    const convener = personBy(made, dialogue.convener);
    const time = this.times.ago(convenedDaysAgo);
    const { id } = await this.times.at(time, () => this.conveneDialogue.execute(convener, input));
    await this.items.record(entityKey('dialogue', id));
    return id;
  }

  /** Phases change at midnight. */
  private phasesOf({ phases, timeZone }: DemoDialogue) {
    const midnight = (days: number) => instantOf(this.times.localIn(days, '00:00', timeZone), timeZone);
    return phases.map(({ phase, opensInDays, closesInDays }) => ({
      phase,
      opensAt: midnight(opensInDays).toISOString(),
      closesAt: midnight(closesInDays).toISOString(),
    }));
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

  /** People answer one after the other while they may, each all statements in a few minutes. */
  private answersTo(statementIds: string[], dialogue: DemoDialogue, made: Made): GivenAnswer[] {
    const given = Object.entries(dialogue.answers ?? {});
    const span = this.phasesOf(dialogue).find(({ phase }) => phase === 'deliberating');
    if (!span) return [];
    const until = earliest(new Date(span.closesAt), this.times.ago(0));
    const times = timesBetween(new Date(span.opensAt), until, given.length);
    return given.flatMap(([handle, letters], person) =>
      statementIds.flatMap((statementId, position) => {
        const choice = CHOICES.get((letters[position] ?? '-') as 'a');
        const at = minutesAfter(times[person] ?? until, position / 2).toISOString();
        return choice ? [{ statementId, personId: personBy(made, handle).id, choice, at }] : [];
      }),
    );
  }

  private async close(
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
