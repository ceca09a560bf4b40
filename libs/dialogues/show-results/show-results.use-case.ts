import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Graph } from '../../platform/graph/graph.js';
import { statementUrl } from '../contracts.js';
import { readDialogue } from '../dialogues.access.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { ResultsView } from '../dialogues.views.schemas.js';
import { type ChoiceCounts, FEWEST_SHOWN, NO_ANSWERS, shownCounts, sumOf } from '../rules/choice-counts.js';
import { countAnswerers, countAnswersByCountry } from '../statements.cypher.js';
import { StatementsRepository } from '../statements.repository.js';
import { toBreakdowns } from './breakdowns.js';
import { GroupNames } from './group-names.js';

/** What people said to each statement, in all and by where they live. */
@Injectable()
export class ShowResults {
  constructor(
    private readonly graph: Graph,
    private readonly dialogues: DialoguesRepository,
    private readonly statements: StatementsRepository,
    private readonly names: GroupNames,
  ) {}

  async execute(actor: Actor, dialogueId: string): Promise<ResultsView> {
    requireAccess(readDialogue, actor, undefined);
    await this.dialogues.getFacts(dialogueId);
    const [statements, tallies, [answerers]] = await Promise.all([
      this.statements.listApproved(dialogueId),
      this.talliesOf(dialogueId),
      this.graph.read(countAnswerers, { dialogueId }),
    ]);
    return {
      dialogueId,
      people: answerers?.people ?? 0,
      fewestShown: FEWEST_SHOWN,
      statements: statements.map(({ id, text, agree, disagree, pass }) => ({
        id,
        url: statementUrl(dialogueId, id),
        text,
        answers: sumOf({ agree, disagree, pass }),
        counts: shownCounts({ agree, disagree, pass }),
        ...toBreakdowns(tallies.get(id) ?? new Map(), this.names),
      })),
    };
  }

  /** By statement, then by the key of the country; an empty key for people who name none. */
  private async talliesOf(dialogueId: string): Promise<Map<string, Map<string, ChoiceCounts>>> {
    const tallies = new Map<string, Map<string, ChoiceCounts>>();
    for (const { statementId, country, choice, count } of await this.graph.read(countAnswersByCountry, {
      dialogueId,
    })) {
      const byCountry = tallies.get(statementId) ?? new Map<string, ChoiceCounts>();
      byCountry.set(country, { ...(byCountry.get(country) ?? NO_ANSWERS), [choice]: count });
      tallies.set(statementId, byCountry);
    }
    return tallies;
  }
}
