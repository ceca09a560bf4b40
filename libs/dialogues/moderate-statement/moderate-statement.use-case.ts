import { Injectable } from '@nestjs/common';
import { requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import type { AuditedBy } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { dialogueRoom } from '../contracts.js';
import { approvedEvent } from '../dialogue-events.js';
import { moderateStatement as mayModerate, requireConvening } from '../dialogues.access.js';
import { dialogueClosed } from '../dialogues.errors.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { ModerateStatementInput } from '../dialogues.schemas.js';
import { toStatementView } from '../dialogues.views.js';
import type { StatementView } from '../dialogues.views.schemas.js';
import { moderateStatement, type StatementRow } from '../statements.cypher.js';
import { StatementsRepository } from '../statements.repository.js';

/**
 * Approves a statement, or refuses it with a reason. Until the dialogue is closed it can be decided otherwise: answers
 * to a statement that is refused later are kept, but no longer shown.
 */
@Injectable()
export class ModerateStatement {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly dialogues: DialoguesRepository,
    private readonly statements: StatementsRepository,
  ) {}

  /** @throws {DomainError} `dialogues/dialogue-closed`, `dialogues/convener-without-role` */
  async execute(
    actor: Actor,
    dialogueId: string,
    statementId: string,
    { decision, reason }: ModerateStatementInput,
  ): Promise<StatementView> {
    requireEntry(mayModerate, actor);
    const row = await this.graph.write(async (tx) => {
      const facts = await this.dialogues.takeDialogue(tx, dialogueId);
      requireConvening(mayModerate, actor, facts);
      if (facts.closedAt !== null) throw dialogueClosed();
      const before = await this.statements.getStatement(tx, dialogueId, statementId);
      const status = decision === 'approve' ? 'approved' : 'refused';
      const why = status === 'refused' ? (reason ?? null) : null;
      if (before.status === status && before.reason === why) return before;
      await tx.run(moderateStatement, {
        id: statementId,
        status,
        hidden: status === 'approved' ? null : true,
        reason: why,
        moderatorId: (actor as Person).id,
        at: this.clock.iso(),
      });
      const after = await this.statements.getStatement(tx, dialogueId, statementId);
      await this.tell(tx, after, { actor, data: { statementId } });
      return after;
    });
    return toStatementView(row, actor, { reasons: true, ownAnswer: null });
  }

  private async tell(tx: GraphTransaction, row: StatementRow, audited: AuditedBy) {
    const { id: statementId, dialogueId } = row;
    const statements = await this.statements.count(tx, dialogueId);
    const data = { dialogueId, statementId, statements };
    if (row.status === 'approved') await this.events.append(tx, approvedEvent(row, statements), audited);
    else
      await this.events.append(
        tx,
        { room: dialogueRoom(dialogueId), type: 'dialogues.statement-refused', data },
        audited,
      );
  }
}
