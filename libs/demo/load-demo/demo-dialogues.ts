import { Injectable } from '@nestjs/common';
import { ConveneDialogue, conveneDialogueBody } from '../../dialogues/index.js';
import { entityKey } from '../../platform/entities/entity.js';
import type { DemoDialogue } from '../content/demo-meetings.js';
import { DemoItems } from '../demo-items.js';
import { DemoOutcomes } from './demo-outcomes.js';
import { DemoStatements } from './demo-statements.js';
import { DemoThreads } from './demo-threads.js';
import { DemoTimes, instantOf } from './demo-times.js';
import { keyOf, type Made, personBy, withLinks } from './made.js';

/** Holds the dialogues of the demonstration, each up to where it stands now. */
@Injectable()
export class DemoDialogues {
  constructor(
    private readonly items: DemoItems,
    private readonly times: DemoTimes,
    private readonly threads: DemoThreads,
    private readonly conveneDialogue: ConveneDialogue,
    private readonly statements: DemoStatements,
    private readonly outcomes: DemoOutcomes,
  ) {}

  async hold(dialogue: DemoDialogue, made: Made): Promise<void> {
    const id = await this.convene(dialogue, made);
    const key = entityKey('dialogue', id);
    await this.threads.goOn(key, dialogue.posts, dialogue.lang, made);
    const approved = await this.statements.make(dialogue, id, made);
    const deliberation = this.phasesOf(dialogue).find(({ phase }) => phase === 'deliberating');
    const statementIds = [...approved.values()];
    if (deliberation) await this.statements.answer(dialogue, { id, statementIds, deliberation }, made);
    if (dialogue.outcome) await this.outcomes.close(dialogue, dialogue.outcome, { id, key, approved }, made);
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
}
