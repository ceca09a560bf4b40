import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Graph } from '../../platform/graph/graph.js';
import { countAnswerers, countAnswers } from '../answers.cypher.js';
import { statementUrl } from '../contracts.js';
import { readDialogue } from '../dialogues.access.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { ResultsView } from '../dialogues.views.schemas.js';
import { answersTo, FEWEST_SHOWN, NO_ANSWERS } from '../rules/choice-counts.js';
import { answersUntil } from '../rules/phase-at.js';
import { StatementsRepository } from '../statements.repository.js';
import { type Breakdowns, type Tally, toBreakdowns } from './breakdowns.js';
import { GroupNames } from './group-names.js';

const MOST_STATEMENTS = 2_000;

/**
 * What people said to each statement, in all, by where they live and by what kind of organisation they work for. How it
 * is divided is told once, when answering is over: watched while answers come in, a group that grows tells whose it was.
 */
@Injectable()
export class ShowResults {
  private readonly divided = new LRUCache<string, { answers: string; breakdowns: Breakdowns }>({
    max: MOST_STATEMENTS,
  });

  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
    private readonly dialogues: DialoguesRepository,
    private readonly statements: StatementsRepository,
    private readonly names: GroupNames,
  ) {}

  async execute(actor: Actor, dialogueId: string): Promise<ResultsView> {
    requireAccess(readDialogue, actor, undefined);
    const facts = await this.dialogues.getFacts(dialogueId);
    const groupsFrom = answersUntil(facts, this.clock.now());
    const [statements, tallies, [answerers]] = await Promise.all([
      this.statements.listApproved(dialogueId),
      groupsFrom === null ? this.talliesOf(dialogueId) : new Map<string, Tally[]>(),
      this.graph.read(countAnswerers, { dialogueId }),
    ]);
    return {
      dialogueId,
      people: answerers?.people ?? 0,
      fewestShown: FEWEST_SHOWN,
      groupsFrom,
      statements: statements.map(({ id, text, ...totals }) => ({
        id,
        url: statementUrl(dialogueId, id),
        text,
        ...answersTo(totals),
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
