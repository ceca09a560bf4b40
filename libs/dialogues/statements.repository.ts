import { Injectable } from '@nestjs/common';
import { type Actor, isSignedIn } from '../platform/access/actor.js';
import { notFound } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import type { Position } from '../platform/graph/page.js';
import { changeAnswer, createAnswers, listAnswers } from './answers.cypher.js';
import type { StatementCounts } from './contracts.js';
import { type Choice, countAnswer, movesOn } from './rules/choice-counts.js';
import type { StatementStatus } from './rules/statement-status.js';
import {
  countStatements,
  findStatement,
  findStatementByClientKey,
  listApprovedStatements,
  listStatementIds,
  listStatements,
  listStatementsById,
  listStatementsOf,
  type StatementRow,
  setAnswerTotals,
  showAnswers,
} from './statements.cypher.js';

export interface NewAnswer {
  personId: string;
  choice: Choice;
  at: string;
}

/** Statements and the answers to them. */
@Injectable()
export class StatementsRepository {
  constructor(private readonly graph: Graph) {}

  /** @throws {DomainError} `platform/not-found` also for a statement of another dialogue */
  async getStatement(tx: GraphTransaction, dialogueId: string, id: string): Promise<StatementRow> {
    const [row] = await tx.run(findStatement, { id });
    if (row?.dialogueId !== dialogueId) throw notFound('statement');
    return row;
  }

  /** The statement that the same person sent in these words under this key before there were receipts, if any. */
  async findSentBefore(
    tx: GraphTransaction,
    personId: string,
    dialogueId: string,
    { clientKey, text }: { clientKey?: string; text: string },
  ): Promise<{ id: string } | null> {
    if (!clientKey) return null;
    const [row] = await tx.run(findStatementByClientKey, { clientKey });
    const isSame = row?.author.id === personId && row.dialogueId === dialogueId && row.text === text;
    return isSame ? { id: row.id } : null;
  }

  /** In no particular order; ids that are not there are left out. */
  listById(ids: string[], reader?: Pick<GraphTransaction, 'run'>): Promise<StatementRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return reader ? reader.run(listStatementsById, { ids }) : this.graph.read(listStatementsById, { ids });
  }

  list(
    dialogueId: string,
    status: StatementStatus,
    before: Position,
    limit: number,
  ): Promise<StatementRow[]> {
    return this.graph.read(listStatements, { dialogueId, status, ...before, limit });
  }

  listOf(dialogueId: string, personId: string, before: Position, limit: number): Promise<StatementRow[]> {
    return this.graph.read(listStatementsOf, { dialogueId, personId, ...before, limit });
  }

  listApproved(dialogueId: string) {
    return this.graph.read(listApprovedStatements, { dialogueId });
  }

  async listIds(dialogueId: string): Promise<string[]> {
    return (await this.graph.read(listStatementIds, { dialogueId })).map(({ id }) => id);
  }

  async count(tx: GraphTransaction, dialogueId: string): Promise<StatementCounts> {
    const rows = await tx.run(countStatements, { dialogueId });
    const countOf = (status: StatementStatus) => rows.find((row) => row.status === status)?.count ?? 0;
    return { approved: countOf('approved'), waiting: countOf('waiting') };
  }

  /** What the actor has answered so far, by statement. */
  async answersOf(actor: Actor, statementIds: string[]): Promise<Map<string, Choice>> {
    if (!isSignedIn(actor) || statementIds.length === 0) return new Map();
    const keys = statementIds.map((id) => answerKey(id, actor.id));
    const rows = await this.graph.read(listAnswers, { keys });
    return new Map(rows.map(({ statementId, choice }) => [statementId, choice]));
  }

  /**
   * Keeps the answer of a person, in the place of an earlier one, with where they live and what kind of organisation
   * they work for now: moving later does not move what was said.
   * @returns the statement with its answers afterwards; null when nothing changed
   */
  async keepAnswer(
    tx: GraphTransaction,
    statement: StatementRow,
    { personId, choice, at }: NewAnswer,
  ): Promise<StatementRow | null> {
    const { id: statementId } = statement;
    const key = answerKey(statementId, personId);
    const [before] = await tx.run(listAnswers, { keys: [key] });
    if (before?.choice === choice) return null;
    if (before) await tx.run(changeAnswer, { key, choice, at });
    else await tx.run(createAnswers, { answers: [{ key, statementId, personId, choice, at }] });
    const wasUnshown = before !== undefined && before.shownChoice !== before.choice;
    const isUnshown = before?.shownChoice !== choice;
    const unshown = statement.unshown + Number(isUnshown) - Number(wasUnshown);
    return this.setTotals(tx, { ...countAnswer(statement, before?.choice ?? null, choice), unshown });
  }

  /**
   * Keeps answers of several people, each where that person has not answered yet; the totals are for the caller to set.
   * @returns those that were new
   */
  async addAnswers<Given extends NewAnswer & { statementId: string }>(
    tx: GraphTransaction,
    answers: readonly Given[],
  ): Promise<Given[]> {
    const byKey = new Map(answers.map((one) => [answerKey(one.statementId, one.personId), one]));
    for (const { key } of await tx.run(listAnswers, { keys: [...byKey.keys()] })) byKey.delete(key);
    const rows = [...byKey].map(([key, { statementId, personId, choice, at }]) => ({
      ...{ key, statementId, personId, choice, at },
    }));
    if (rows.length > 0) await tx.run(createAnswers, { answers: rows });
    return [...byKey.values()];
  }

  /** Keeps how many gave which answer, and moves what is shown on when enough have. @returns it as it is then */
  async setTotals(tx: GraphTransaction, statement: StatementRow): Promise<StatementRow> {
    const { id, agree, disagree, pass, unshown } = statement;
    await tx.run(setAnswerTotals, { id, agree, disagree, pass, unshown });
    if (!movesOn(statement)) return statement;
    await tx.run(showAnswers, { id });
    return { ...statement, shown: { agree, disagree, pass }, unshown: 0 };
  }
}

/** One answer per person and statement. */
function answerKey(statementId: string, personId: string): string {
  return `${statementId}#${personId}`;
}
