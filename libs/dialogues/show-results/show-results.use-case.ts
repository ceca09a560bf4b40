import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Graph } from '../../platform/graph/graph.js';
import { countAnswerers, countAnswers } from '../answers.cypher.js';
import { statementUrl } from '../contracts.js';
import { readDialogue } from '../dialogues.access.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { ResultsView } from '../dialogues.views.schemas.js';
import { FEWEST_SHOWN, NO_ANSWERS, shownCounts, sumOf } from '../rules/choice-counts.js';
import { StatementsRepository } from '../statements.repository.js';
import { type Breakdowns, type Tally, toBreakdowns } from './breakdowns.js';
import { GroupNames } from './group-names.js';

const MOST_STATEMENTS = 2_000;

/** What people said to each statement, in all, by where they live and by what kind of organisation they work for. */
@Injectable()
export class ShowResults {
  private readonly divided = new LRUCache<string, { answers: string; breakdowns: Breakdowns }>({
    max: MOST_STATEMENTS,
  });

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
        ...this.divide(id, tallies.get(id) ?? []),
      })),
    };
  }

  /** Working out what may be shown takes a while, so it is kept for statements that nobody has answered since. */
  private divide(statementId: string, tallies: Tally[]): Breakdowns {
    const answers = JSON.stringify(tallies);
    const known = this.divided.get(statementId);
    if (known?.answers === answers) return known.breakdowns;
    const breakdowns = toBreakdowns(tallies, this.names);
    this.divided.set(statementId, { answers, breakdowns });
    return breakdowns;
  }

  private async talliesOf(dialogueId: string): Promise<Map<string, Tally[]>> {
    const tallies = new Map<string, Tally[]>();
    for (const { statementId, choice, count, ...origin } of await this.graph.read(countAnswers, {
      dialogueId,
    })) {
      const ofStatement = tallies.get(statementId) ?? [];
      const last = ofStatement.at(-1);
      const isSameOrigin =
        last?.country === origin.country && last.organisationType === origin.organisationType;
      if (isSameOrigin) last.counts = { ...last.counts, [choice]: count };
      else ofStatement.push({ ...origin, counts: { ...NO_ANSWERS, [choice]: count } });
      tallies.set(statementId, ofStatement);
    }
    return tallies;
  }
}
