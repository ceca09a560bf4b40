import { Injectable } from '@nestjs/common';
import { mayAccess, requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import { type Actor, isSignedIn } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, type Page, START, toPage } from '../../platform/graph/page.js';
import { answerStatement, moderateStatement, readDialogue, requireConvening } from '../dialogues.access.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { ListStatementsInput } from '../dialogues.schemas.js';
import { toStatementView } from '../dialogues.views.js';
import type { StatementView } from '../dialogues.views.schemas.js';
import { sumOf } from '../rules/choice-counts.js';
import { takesAnswers } from '../rules/phase-at.js';
import { findSameWords, type Said } from '../rules/same-words.js';
import { queueOf } from '../rules/statement-queue.js';
import type { StatementRow } from '../statements.cypher.js';
import { StatementsRepository } from '../statements.repository.js';

const MOST_COMPARED = 500;

/** The statements of a dialogue: as a list, or as the queue of those to answer next. */
@Injectable()
export class ListStatements {
  constructor(
    private readonly dialogues: DialoguesRepository,
    private readonly statements: StatementsRepository,
    private readonly clock: Clock,
  ) {}

  /** Newest first. Who may not moderate sees what is approved, and what they proposed themselves. */
  async execute(
    actor: Actor,
    dialogueId: string,
    { status, cursor, limit }: Omit<ListStatementsInput, 'next'>,
  ): Promise<Page<StatementView>> {
    requireAccess(readDialogue, actor, undefined);
    const facts = await this.dialogues.getFacts(dialogueId);
    const before = decodeCursor(cursor);
    let rows: StatementRow[];
    if (status === 'mine') {
      requireEntry(answerStatement, actor);
      rows = await this.statements.listOf(dialogueId, actor.id ?? '', before, limit + 1);
    } else {
      if (status !== 'approved') requireConvening(moderateStatement, actor, facts);
      rows = await this.statements.list(dialogueId, status, before, limit + 1);
    }
    const page = toPage(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
    const others = status === 'approved' ? [] : await this.othersThan(dialogueId, status);
    return {
      ...page,
      items: await this.withOwnAnswers(actor, page.items, mayAccess(moderateStatement, actor, facts), others),
    };
  }

  /** What the actor may answer next, the least answered first; nothing for visitors, and while nobody may answer. */
  async next(actor: Actor, dialogueId: string, limit: number): Promise<StatementView[]> {
    requireAccess(readDialogue, actor, undefined);
    const facts = await this.dialogues.getFacts(dialogueId);
    if (!isSignedIn(actor) || !takesAnswers(facts, this.clock.now())) return [];
    const approved = await this.statements.listApproved(dialogueId);
    const answered = await this.statements.answersOf(
      actor,
      approved.map(({ id }) => id),
    );
    const asked = approved.map((statement) => ({ id: statement.id, answers: sumOf(statement) }));
    const queue = queueOf(asked, new Set(answered.keys()), actor.id).slice(0, limit);
    const rows = new Map((await this.statements.listById(queue)).map((row) => [row.id, row]));
    const inOrder = queue.flatMap((id) => rows.get(id) ?? []);
    return inOrder.map((row) => toStatementView(row, actor, { reasons: false, ownAnswer: null }));
  }

  /** What statements that are not approved may say once more; what waits is compared for those who decide. */
  private async othersThan(dialogueId: string, status: string): Promise<Said[]> {
    const approved = await this.statements.listApproved(dialogueId);
    if (status !== 'waiting') return approved;
    return [...approved, ...(await this.statements.list(dialogueId, 'waiting', START, MOST_COMPARED))];
  }

  private async withOwnAnswers(
    actor: Actor,
    rows: StatementRow[],
    reasons: boolean,
    others: readonly Said[],
  ): Promise<StatementView[]> {
    const answers = await this.statements.answersOf(
      actor,
      rows.map(({ id }) => id),
    );
    return rows.map((row) =>
      toStatementView(row, actor, {
        ...{ reasons, ownAnswer: answers.get(row.id) ?? null, sameAs: findSameWords(row, others) },
      }),
    );
  }
}
