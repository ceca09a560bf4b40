import { Injectable } from '@nestjs/common';
import type { Person } from '../../platform/access/actor.js';
import { entityKey } from '../../platform/entities/entity.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { outcomeUrl } from '../contracts.js';
import { DialogueReferences } from '../dialogue-references.js';
import { refusedFields } from '../dialogues.errors.js';
import type { Writing } from '../dialogues.repository.js';
import type { CloseDialogueInput } from '../dialogues.schemas.js';
import { createOutcome, linkCommitments, linkParties, linkSources } from '../outcomes.cypher.js';
import { StatementsRepository } from '../statements.repository.js';

interface NewOutcome {
  id: string;
  closer: Person;
  question: string;
  lang: string | null;
  input: CloseDialogueInput;
}

/** Writes the outcome of a dialogue that this transaction has taken, with the links that make it traceable. */
@Injectable()
export class OutcomeWriter {
  constructor(
    private readonly references: DialogueReferences,
    private readonly statements: StatementsRepository,
  ) {}

  /** @throws {DomainError} `platform/invalid-input` for statements and parties that are not there */
  async write(
    tx: GraphTransaction,
    dialogueId: string,
    { id, closer, question, lang, input }: NewOutcome,
    writing: Writing,
  ): Promise<void> {
    const statements = [...new Set(input.statements)];
    const parties = [...new Set(input.parties)];
    await this.requireStatements(tx, dialogueId, statements);
    await this.references.requireParties(tx, parties);
    const { agreed, agreedBy = null, dissent = null, reviewOn = null } = input;
    await tx.run(createOutcome, {
      ...{ id, key: entityKey('outcome', id), url: outcomeUrl(dialogueId), title: question, dialogueId },
      ...{ agreed, agreedBy, dissent, reviewOn, lang, closedById: closer.id, closedByName: closer.name },
      ...writing,
    });
    const sources = statements.map((statementId) => entityKey('statement', statementId));
    if (sources.length > 0) await tx.run(linkSources, { id, keys: sources, ...writing });
    if (parties.length > 0) await tx.run(linkParties, { id, keys: parties, ...writing });
  }

  async linkCommitments(tx: GraphTransaction, id: string, keys: string[], writing: Writing): Promise<void> {
    if (keys.length > 0) await tx.run(linkCommitments, { id, keys, ...writing });
  }

  private async requireStatements(tx: GraphTransaction, dialogueId: string, ids: string[]): Promise<void> {
    const rows = await this.statements.listById(ids, tx);
    const known = new Set(
      rows.filter((row) => row.dialogueId === dialogueId && row.status === 'approved').map(({ id }) => id),
    );
    const unknown = ids.flatMap((id, index) => (known.has(id) ? [] : [index]));
    if (unknown.length === 0) return;
    throw refusedFields(
      unknown.map((index) => ({ field: `statements.${index}`, code: 'dialogues/unknown-statement' })),
    );
  }
}
