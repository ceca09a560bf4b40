import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { answersEvent } from '../dialogue-events.js';
import { importAnswers } from '../dialogues.access.js';
import { noAnswersNow } from '../dialogues.errors.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import { type Choice, countAnswer } from '../rules/choice-counts.js';
import { takesAnswers } from '../rules/phase-at.js';
import type { StatementRow } from '../statements.cypher.js';
import { StatementsRepository } from '../statements.repository.js';

/** An answer that was given elsewhere, for example on paper at a meeting. */
export interface GivenAnswer {
  statementId: string;
  personId: string;
  choice: Choice;
  /** When it was given; ISO 8601, UTC. */
  at: string;
}

/** Brings in answers by the hundred, each with the time at which it was given, in one transaction. */
@Injectable()
export class ImportAnswers {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly dialogues: DialoguesRepository,
    private readonly statements: StatementsRepository,
  ) {}

  /**
   * Where a person has answered already, that answer stays: importing again changes nothing.
   * @returns how many were new
   * @throws {DomainError} `dialogues/no-answers-now` for a time outside the phase of deliberating,
   * `platform/not-found` for a statement that may not be answered
   */
  async execute(actor: Actor, dialogueId: string, answers: readonly GivenAnswer[]): Promise<number> {
    requireAccess(importAnswers, actor, undefined);
    return this.graph.write(async (tx) => {
      const { phases } = await this.dialogues.takeDialogue(tx, dialogueId);
      if (answers.some(({ at }) => !takesAnswers({ phases, closedAt: null }, new Date(at))))
        throw noAnswersNow();
      const statements = await this.takeStatements(tx, dialogueId, answers);
      const added = await this.statements.addAnswers(tx, answers);
      for (const statement of statements) {
        const choices = added.filter((one) => one.statementId === statement.id).map(({ choice }) => choice);
        if (choices.length > 0) await this.count(tx, statement, choices);
      }
      return added.length;
    });
  }

  private async takeStatements(
    tx: GraphTransaction,
    dialogueId: string,
    answers: readonly GivenAnswer[],
  ): Promise<StatementRow[]> {
    const ids = [...new Set(answers.map(({ statementId }) => statementId))];
    const rows = await this.statements.listById(ids, tx);
    const open = rows.filter((row) => row.dialogueId === dialogueId && row.status === 'approved');
    if (open.length < ids.length) throw notFound('statement');
    return open;
  }

  private async count(tx: GraphTransaction, statement: StatementRow, choices: Choice[]): Promise<void> {
    const counted = choices.reduce((sum, choice) => countAnswer(sum, null, choice), statement);
    const unshown = statement.unshown + choices.length;
    const changed = await this.statements.setTotals(tx, { ...counted, unshown });
    await this.events.append(tx, answersEvent(changed));
  }
}
