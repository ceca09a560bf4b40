import { Injectable } from '@nestjs/common';
import { StartThread } from '../../discussions/index.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { entityKey } from '../../platform/entities/entity.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { dialogueUrl } from '../contracts.js';
import { dialogueEvent } from '../dialogue-events.js';
import { DialogueReferences } from '../dialogue-references.js';
import { conveneDialogue } from '../dialogues.access.js';
import { refusedFields } from '../dialogues.errors.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { ConveneDialogueInput } from '../dialogues.schemas.js';
import { refOf, sourceOf } from '../dialogues.views.js';
import { findPhaseProblems } from '../rules/phase-problems.js';

const THREAD_TITLE_MAX = 160;

/** Opens a dialogue on a question, with its phases, and a thread about it. */
@Injectable()
export class ConveneDialogue {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly dialogues: DialoguesRepository,
    private readonly references: DialogueReferences,
    private readonly startThread: StartThread,
  ) {}

  /**
   * @returns the id of the new dialogue, or of the one that the same request made before
   * @throws {DomainError} `platform/invalid-input` for phases that cannot be and links that lead nowhere
   */
  async execute(actor: Actor, input: ConveneDialogueInput): Promise<{ id: string }> {
    requireAccess(conveneDialogue, actor, undefined);
    const problems = findPhaseProblems(input.phases);
    if (problems.length > 0) throw refusedFields(problems);
    const convener = actor as Person;
    const key = clientRequestKey(convener.id, ['convene-dialogue'], input);
    return this.graph.write((tx) =>
      answerOnce(tx, { key, at: this.clock.iso() }, async () => {
        const older = await this.dialogues.findSentBefore(tx, convener.id, input);
        return older ?? this.convene(tx, convener, input);
      }),
    );
  }

  private async convene(
    tx: GraphTransaction,
    convener: Person,
    input: ConveneDialogueInput,
  ): Promise<{ id: string }> {
    const { question, background = null, lang = null, timeZone, phases } = input;
    const id = newId();
    const at = this.clock.iso();
    const given = await this.references.resolve(tx, input, convener.id);
    const links = { ...given, CONVENED_BY: [entityKey('person', convener.id)] };
    const properties = {
      ...{ title: question, background, lang, timeZone, phases: JSON.stringify(phases) },
      ...{ version: 1, createdAt: at, updatedAt: at },
    };
    const dialogue = { id, key: entityKey('dialogue', id), url: dialogueUrl(id), properties };
    await this.dialogues.create(tx, dialogue, links, { source: sourceOf(convener), at });
    const record = await this.dialogues.getDialogue(id, tx);
    await this.events.append(tx, dialogueEvent('dialogues.dialogue-convened', record, refOf(convener)));
    await this.openThread(tx, convener, id, input);
    return { id };
  }

  private async openThread(
    tx: GraphTransaction,
    convener: Person,
    id: string,
    { question, opening, lang }: ConveneDialogueInput,
  ): Promise<void> {
    const title =
      question.length > THREAD_TITLE_MAX ? `${question.slice(0, THREAD_TITLE_MAX - 1)}…` : question;
    const about = entityKey('dialogue', id);
    const thread = { about, title, body: opening ?? question, lang, openedBy: id };
    await this.startThread.executeIn(tx, convener, thread);
  }
}
