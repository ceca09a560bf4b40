import { Injectable } from '@nestjs/common';
import { requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { editOnce } from '../../platform/receipts/edit-once.js';
import { requestKey } from '../../platform/receipts/request-key.js';
import { dialogueEvent } from '../dialogue-events.js';
import type { DialogueFacts, DialogueRecord } from '../dialogue-record.js';
import { DialogueReferences } from '../dialogue-references.js';
import { editDialogue, requireConvening } from '../dialogues.access.js';
import { dialogueChangedMeanwhile, dialogueClosed, refusedFields } from '../dialogues.errors.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { EditDialogueInput } from '../dialogues.schemas.js';
import { refOf, sourceOf } from '../dialogues.views.js';
import { findPhaseProblems, findPhaseReversals } from '../rules/phase-problems.js';

/** Changes a dialogue until it is closed, its dates as well. What the input leaves out stays as it was. */
@Injectable()
export class EditDialogue {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly dialogues: DialoguesRepository,
    private readonly references: DialogueReferences,
  ) {}

  /**
   * For whoever sends the same again nothing changes.
   * @throws {DomainError} `dialogues/dialogue-changed-meanwhile`, `dialogues/dialogue-closed`,
   * `dialogues/convener-without-role`, `platform/invalid-input`
   */
  async execute(actor: Actor, id: string, input: EditDialogueInput): Promise<void> {
    requireEntry(editDialogue, actor);
    const problems = findPhaseProblems(input.phases ?? []);
    if (problems.length > 0) throw refusedFields(problems);
    const key = requestKey({ personId: actor.id, act: ['edit-dialogue', id], content: input });
    await this.graph.write(async (tx) => {
      const facts = await this.dialogues.takeDialogue(tx, id);
      requireConvening(editDialogue, actor, facts);
      const editor = actor as Person;
      if (facts.closedAt !== null) throw dialogueClosed();
      const before = await this.dialogues.getDialogue(id, tx);
      const edit = {
        ...{ key, at: this.clock.iso(), seen: input.version, current: before.row.version },
        changedMeanwhile: dialogueChangedMeanwhile,
      };
      await editOnce(tx, edit, () => this.change(tx, editor, facts, before, input));
    });
  }

  /** @returns the version that it has become */
  private async change(
    tx: GraphTransaction,
    editor: Person,
    { id, convenerId, phases }: DialogueFacts,
    before: DialogueRecord,
    input: EditDialogueInput,
  ): Promise<number> {
    const reversals = input.phases ? findPhaseReversals(phases, input.phases, this.clock.now()) : [];
    if (reversals.length > 0) throw refusedFields(reversals);
    const links = await this.references.resolve(tx, input, convenerId);
    const at = this.clock.iso();
    const version = before.row.version + 1;
    await this.dialogues.change(tx, id, { ...changedProperties(input), version, updatedAt: at });
    await this.dialogues.replaceLinks(tx, before, links, { source: sourceOf(editor), at });
    const record = await this.dialogues.getDialogue(id, tx);
    const event = dialogueEvent('dialogues.dialogue-changed', record, refOf(editor));
    const audited = convenerId === editor.id ? null : { actor: editor, data: { version } };
    await this.events.append(tx, event, audited);
    return version;
  }
}

/** The properties that were sent at all; null was sent to clear one. */
function changedProperties({ question, background, lang, timeZone, phases }: EditDialogueInput) {
  const sent = {
    ...{ title: question, background, lang, timeZone },
    phases: phases && JSON.stringify(phases),
  };
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | null
  >;
}
