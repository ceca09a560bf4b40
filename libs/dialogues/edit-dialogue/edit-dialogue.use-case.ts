import { Injectable } from '@nestjs/common';
import { requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { dialogueEvent } from '../dialogue-events.js';
import { DialogueReferences } from '../dialogue-references.js';
import { editDialogue, requireConvening } from '../dialogues.access.js';
import { dialogueChangedMeanwhile, dialogueClosed, refusedFields } from '../dialogues.errors.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { EditDialogueInput } from '../dialogues.schemas.js';
import { refOf, sourceOf } from '../dialogues.views.js';
import { findPhaseProblems } from '../rules/phase-problems.js';

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
   * @throws {DomainError} `dialogues/dialogue-changed-meanwhile`, `dialogues/dialogue-closed`,
   * `dialogues/convener-without-role`, `platform/invalid-input`
   */
  async execute(actor: Actor, id: string, input: EditDialogueInput): Promise<void> {
    requireEntry(editDialogue, actor);
    const problems = findPhaseProblems(input.phases ?? []);
    if (problems.length > 0) throw refusedFields(problems);
    await this.graph.write(async (tx) => {
      const facts = await this.dialogues.takeDialogue(tx, id);
      requireConvening(editDialogue, actor, facts);
      const editor = actor as Person;
      if (facts.closedAt !== null) throw dialogueClosed();
      const before = await this.dialogues.getDialogue(id, tx);
      if (before.row.version !== input.version) throw dialogueChangedMeanwhile(before.row.version);
      const links = await this.references.resolve(tx, input, facts.convenerId);
      const at = this.clock.iso();
      const version = before.row.version + 1;
      await this.dialogues.change(tx, id, { ...changedProperties(input), version, updatedAt: at });
      await this.dialogues.replaceLinks(tx, before, links, { source: sourceOf(editor), at });
      const record = await this.dialogues.getDialogue(id, tx);
      const event = dialogueEvent('dialogues.dialogue-changed', record, refOf(editor));
      await this.events.append(
        tx,
        event,
        facts.convenerId === actor.id ? null : { actor, data: { version } },
      );
    });
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
