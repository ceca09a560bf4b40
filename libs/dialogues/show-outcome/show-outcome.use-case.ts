import { Injectable } from '@nestjs/common';
import { ListCommitments } from '../../commitments/index.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { entityKey } from '../../platform/entities/entity.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { renderMarkdown } from '../../platform/markdown/markdown.js';
import { readDialogue } from '../dialogues.access.js';
import { toStatementView } from '../dialogues.views.js';
import type { OutcomeView } from '../dialogues.views.schemas.js';
import { findOutcomeOf } from '../outcomes.cypher.js';
import { StatementsRepository } from '../statements.repository.js';

/** More than one outcome can have. */
const ALL_COMMITMENTS = 100;

/** What came out of a dialogue, with the statements that it draws on and what was promised. */
@Injectable()
export class ShowOutcome {
  constructor(
    private readonly graph: Graph,
    private readonly statements: StatementsRepository,
    private readonly listCommitments: ListCommitments,
  ) {}

  /** @throws {DomainError} `platform/not-found` also for a dialogue that is not closed */
  async execute(actor: Actor, dialogueId: string): Promise<OutcomeView> {
    requireAccess(readDialogue, actor, undefined);
    const [row] = await this.graph.read(findOutcomeOf, { dialogueId });
    const dialogue = row?.dialogues[0];
    if (!row || !dialogue) throw notFound('outcome');
    const { id, url, lang, agreed, agreedBy, parties, dissent, reviewOn, at } = row;
    const [statements, answers, commitments] = await Promise.all([
      this.statements.listById([...row.statements].sort()),
      this.statements.answersOf(actor, row.statements),
      this.listCommitments.execute({ answers: dialogue.key, limit: ALL_COMMITMENTS, sort: 'due' }),
    ]);
    return {
      ...{ id, key: entityKey('outcome', id), url, dialogue, lang, agreed, agreedBy, dissent, reviewOn },
      agreedHtml: renderMarkdown(agreed),
      dissentHtml: dissent === null ? null : renderMarkdown(dissent),
      parties: parties.sort((a, b) => a.title.localeCompare(b.title, 'en')),
      statements: statements.map((statement) =>
        toStatementView(statement, actor, { reasons: false, ownAnswer: answers.get(statement.id) ?? null }),
      ),
      commitments: commitments.items,
      closedAt: at,
      closedBy: { id: row.closedById, name: row.closedByName, url: `/people/${row.closedById}` },
    };
  }
}
