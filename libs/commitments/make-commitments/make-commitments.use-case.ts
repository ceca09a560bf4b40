import { Injectable } from '@nestjs/common';
import { requireEntry } from '../../platform/access/access-rule.js';
import type { Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { findVisibleEntity } from '../../platform/entities/entities.cypher.js';
import { type EntityRef, entityKey } from '../../platform/entities/entity.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { madeEvent } from '../commitment-events.js';
import { requireOwner } from '../commitment-owners.js';
import { makeCommitments } from '../commitments.access.js';
import { createCommitment, linkCommitment } from '../commitments.cypher.js';
import { answersNothing, badDay } from '../commitments.errors.js';
import type { CommitmentInput } from '../commitments.schemas.js';
import { commitmentUrl } from '../contracts.js';
import { dayOf, findDayFault } from '../rules/commitment-days.js';
import { titleOf } from '../rules/commitment-title.js';
import { nextReminderOn } from '../rules/reminders.js';

export interface NewCommitments {
  /** Key of the session or dialogue at whose close they are made; it may be made in the same transaction. */
  answers: string;
  /** Keys of the countries, themes, cases … that they touch. What is hidden or not there is left out. */
  about: string[];
  /** Of the texts, when known. */
  lang?: string | null;
  commitments: CommitmentInput[];
}

/** Writes down what is promised at the close of a session or dialogue, as part of the transaction that closes it. */
@Injectable()
export class MakeCommitments {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether the actor may close the session or dialogue is for its room to check.
   * @throws {DomainError} `commitments/unknown-owner`, `commitments/owner-disabled`, `commitments/day-is-past`, `commitments/day-too-far`, each with
   * the field `commitments.N.…`; `commitments/answers-nothing`
   */
  async execute(
    tx: GraphTransaction,
    actor: Person,
    { answers, about, lang = null, commitments }: NewCommitments,
  ): Promise<{ id: string; key: string }[]> {
    requireEntry(makeCommitments, actor);
    const answered = await findVisible(tx, answers);
    if (!answered) throw answersNothing(answers);
    const keys: string[] = [];
    for (const key of new Set(about)) if (await findVisible(tx, key)) keys.push(key);
    const made: { id: string; key: string }[] = [];
    for (const [position, input] of commitments.entries()) {
      const fault = findDayFault(daysOf(input), this.clock.now());
      if (fault) throw badDay(position, fault);
      const owner = await requireOwner(tx, input.ownerKey, `commitments.${position}.ownerKey`);
      made.push(await this.make(tx, actor, { input, owner, answered, about: keys, lang }));
    }
    return made;
  }

  private async make(
    tx: GraphTransaction,
    maker: Person,
    { input, owner, answered, about, lang }: OneCommitment,
  ): Promise<{ id: string; key: string }> {
    const id = newId();
    const key = entityKey('commitment', id);
    const at = this.clock.iso();
    const source = entityKey('person', maker.id);
    const { text } = input;
    const days = daysOf(input);
    await tx.run(createCommitment, {
      id,
      key,
      url: commitmentUrl(id),
      title: titleOf(text),
      text,
      lang,
      at,
      ...days,
      remindOn: nextReminderOn(days, dayOf(this.clock.now())),
      ownerKey: owner.key,
      answers: answered.key,
      makerId: maker.id,
      source,
    });
    if (about.length > 0) await tx.run(linkCommitment, { id, keys: about, source, at });
    const by = { id: maker.id, name: maker.name, url: `/people/${maker.id}` };
    const told = { commitmentId: id, text, owner, answers: answered, ...days, by };
    await this.events.append(tx, madeEvent(told));
    return { id, key };
  }
}

interface OneCommitment {
  input: CommitmentInput;
  owner: EntityRef;
  answered: EntityRef;
  about: string[];
  lang: string | null;
}

function daysOf({ dueOn, reviewOn }: CommitmentInput) {
  return { dueOn, reviewOn: reviewOn ?? dueOn };
}

async function findVisible(tx: GraphTransaction, key: string): Promise<EntityRef | null> {
  const [entity] = await tx.run(findVisibleEntity, { key });
  return entity ?? null;
}
