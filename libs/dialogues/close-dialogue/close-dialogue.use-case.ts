import { Injectable } from '@nestjs/common';
import { MakeCommitments } from '../../commitments/index.js';
import { requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { entityKey } from '../../platform/entities/entity.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { requestKey } from '../../platform/receipts/request-key.js';
import { outcomeUrl } from '../contracts.js';
import { closedEvent } from '../dialogue-events.js';
import type { DialogueFacts } from '../dialogue-record.js';
import { closeDialogue, requireConvening } from '../dialogues.access.js';
import { dialogueClosed, noOutcomeYet } from '../dialogues.errors.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { CloseDialogueInput } from '../dialogues.schemas.js';
import { refOf, sourceOf } from '../dialogues.views.js';
import { closableFrom, takesOutcome } from '../rules/phase-at.js';
import { OutcomeWriter } from './outcome-writer.js';

/** Closes a dialogue with its outcome: what was agreed, by whom, who dissents, and who commits to what. */
@Injectable()
export class CloseDialogue {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly dialogues: DialoguesRepository,
    private readonly outcomes: OutcomeWriter,
    private readonly makeCommitments: MakeCommitments,
  ) {}

  /**
   * For whoever sends the same again nothing changes.
   * @throws {DomainError} `dialogues/dialogue-closed` the second time, `dialogues/no-outcome-yet` before deciding
   * opens, `dialogues/convener-without-role`, `platform/invalid-input`, and what {@link MakeCommitments} refuses
   */
  async execute(actor: Actor, dialogueId: string, input: CloseDialogueInput): Promise<{ outcomeId: string }> {
    requireEntry(closeDialogue, actor);
    const closer = actor as Person;
    const key = requestKey({ personId: closer.id, act: ['close-dialogue', dialogueId], content: input });
    return this.graph.write(async (tx) => {
      const facts = await this.dialogues.takeDialogue(tx, dialogueId);
      requireConvening(closeDialogue, actor, facts);
      return answerOnce(tx, { key, at: this.clock.iso() }, () => this.close(tx, closer, facts, input));
    });
  }

  private async close(
    tx: GraphTransaction,
    closer: Person,
    facts: DialogueFacts,
    input: CloseDialogueInput,
  ): Promise<{ outcomeId: string }> {
    const now = this.clock.now();
    this.requireTime(facts, now);
    const { id: dialogueId, question } = facts;
    const outcomeId = newId();
    const { about, row } = await this.dialogues.getDialogue(dialogueId, tx);
    const lang = input.lang ?? row.lang;
    const writing = { source: sourceOf(closer), at: now.toISOString() };
    await this.outcomes.write(tx, dialogueId, { id: outcomeId, closer, question, lang, input }, writing);
    const commitments = await this.makeCommitments.execute(tx, closer, {
      answers: entityKey('dialogue', dialogueId),
      about: about.map(({ key }) => key),
      lang,
      commitments: input.commitments,
    });
    const keys = commitments.map(({ key }) => key);
    await this.outcomes.linkCommitments(tx, outcomeId, keys, writing);
    const data = {
      ...{ dialogueId, outcomeId, url: outcomeUrl(dialogueId), question },
      ...{ closedAt: writing.at, by: refOf(closer) },
    };
    await this.events.append(tx, closedEvent(data), { actor: closer });
    return { outcomeId };
  }

  private requireTime(facts: DialogueFacts, now: Date): void {
    if (facts.closedAt !== null) throw dialogueClosed();
    if (!takesOutcome(facts, now)) throw noOutcomeYet(closableFrom(facts.phases));
  }
}
