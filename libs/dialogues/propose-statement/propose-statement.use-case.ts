import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { entityKey } from '../../platform/entities/entity.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { dialogueRoom, statementUrl } from '../contracts.js';
import type { DialogueFacts } from '../dialogue-record.js';
import { proposeStatement } from '../dialogues.access.js';
import { noStatementsNow } from '../dialogues.errors.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { ProposeStatementInput } from '../dialogues.schemas.js';
import { sourceOf, toStatementView } from '../dialogues.views.js';
import type { StatementView } from '../dialogues.views.schemas.js';
import { takesStatements } from '../rules/phase-at.js';
import { findSameWords } from '../rules/same-words.js';
import { createStatement } from '../statements.cypher.js';
import { StatementsRepository } from '../statements.repository.js';

/** Puts a statement before a dialogue; it waits for a moderator before anyone is asked. */
@Injectable()
export class ProposeStatement {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly dialogues: DialoguesRepository,
    private readonly statements: StatementsRepository,
  ) {}

  /**
   * Sending the same again under the same `clientKey` returns the statement that is there.
   * @throws {DomainError} `dialogues/no-statements-now` outside the phases of gathering and deliberating
   */
  async execute(actor: Actor, dialogueId: string, input: ProposeStatementInput): Promise<StatementView> {
    requireAccess(proposeStatement, actor, undefined);
    const author = actor as Person;
    const key = clientRequestKey(author.id, ['propose-statement', dialogueId], input);
    const row = await this.graph.write(async (tx) => {
      const facts = await this.dialogues.takeDialogue(tx, dialogueId);
      const { id } = await answerOnce(tx, { key, at: this.clock.iso() }, async () => {
        const older = await this.statements.findSentBefore(tx, author.id, dialogueId, input);
        return older ?? this.propose(tx, author, facts, input);
      });
      return this.statements.getStatement(tx, dialogueId, id);
    });
    const sameAs = findSameWords(row, await this.statements.listApproved(dialogueId));
    return toStatementView(row, actor, { reasons: false, ownAnswer: null, sameAs });
  }

  private async propose(
    tx: GraphTransaction,
    author: Person,
    facts: DialogueFacts,
    { text, lang = null }: ProposeStatementInput,
  ): Promise<{ id: string }> {
    if (!takesStatements(facts, this.clock.now())) throw noStatementsNow();
    const id = newId();
    const dialogueId = facts.id;
    await tx.run(createStatement, {
      ...{ id, key: entityKey('statement', id), url: statementUrl(dialogueId, id), dialogueId, text, lang },
      ...{ authorId: author.id, source: sourceOf(author), at: this.clock.iso() },
    });
    const statements = await this.statements.count(tx, dialogueId);
    const data = { dialogueId, statements };
    const event = { room: dialogueRoom(dialogueId), type: 'dialogues.statement-proposed', data } as const;
    await this.events.append(tx, event);
    return { id };
  }
}
