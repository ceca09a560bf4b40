import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { answersEvent } from '../dialogue-events.js';
import { answerStatement } from '../dialogues.access.js';
import { noAnswersNow } from '../dialogues.errors.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { AnswerView } from '../dialogues.views.schemas.js';
import { answersTo, type Choice } from '../rules/choice-counts.js';
import { takesAnswers } from '../rules/phase-at.js';
import { StatementsRepository } from '../statements.repository.js';

/** Agrees, disagrees or passes on a statement; an earlier answer of the same person makes way. */
@Injectable()
export class AnswerStatement {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly dialogues: DialoguesRepository,
    private readonly statements: StatementsRepository,
  ) {}

  /** @throws {DomainError} `dialogues/no-answers-now` unless the phase of deliberating is open as the answer is kept */
  async execute(actor: Actor, dialogueId: string, statementId: string, choice: Choice): Promise<AnswerView> {
    requireAccess(answerStatement, actor, undefined);
    const { id: personId } = actor as Person;
    return this.graph.write(async (tx) => {
      const facts = await this.dialogues.takeDialogue(tx, dialogueId);
      const statement = await this.statements.getStatement(tx, dialogueId, statementId);
      if (statement.status !== 'approved') throw notFound('statement');
      const now = this.clock.now();
      if (!takesAnswers(facts, now)) throw noAnswersNow();
      const answer = { personId, choice, at: now.toISOString() };
      const changed = await this.statements.keepAnswer(tx, statement, answer);
      if (changed) await this.events.append(tx, answersEvent(changed));
      return { statementId, ...answersTo(changed ?? statement), ownAnswer: choice };
    });
  }
}
