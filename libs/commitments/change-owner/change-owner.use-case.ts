import { Injectable } from '@nestjs/common';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { entityKey } from '../../platform/entities/entity.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { requireOwner } from '../commitment-owners.js';
import { changeOwner } from '../commitments.access.js';
import { replaceOwner } from '../commitments.cypher.js';
import { ownerChangedMeanwhile } from '../commitments.errors.js';
import { CommitmentsRepository } from '../commitments.repository.js';
import type { ChangeOwnerInput } from '../commitments.schemas.js';
import { ownerOf, peopleOf } from '../commitments.views.js';
import { commitmentRoom } from '../contracts.js';
import { dayOf } from '../rules/commitment-days.js';
import { nextReminderOn } from '../rules/reminders.js';

/** Gives a commitment another owner. What was reported stays; reminders to come go to the new one. */
@Injectable()
export class ChangeOwner {
  constructor(
    private readonly graph: Graph,
    private readonly commitments: CommitmentsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Naming who owns it already changes nothing.
   * @throws {DomainError} `commitments/owner-changed-meanwhile`, `commitments/unknown-owner`, `commitments/owner-disabled`
   */
  async execute(actor: Actor, id: string, { ownerKey, insteadOf }: ChangeOwnerInput): Promise<void> {
    requireEntry(changeOwner, actor);
    await this.graph.write(async (tx) => {
      const commitment = await this.commitments.takeCommitment(tx, id);
      const people = peopleOf(commitment);
      requireAccess(changeOwner, actor, people);
      const before = ownerOf(commitment)?.key ?? null;
      if (before === ownerKey) return;
      if (before !== insteadOf) throw ownerChangedMeanwhile();
      const owner = await requireOwner(tx, ownerKey, 'ownerKey');
      const { id: byId, name } = actor as Person;
      const today = dayOf(this.clock.now());
      const remindOn = commitment.state === 'open' ? nextReminderOn(commitment, today) : null;
      const writing = { source: entityKey('person', byId), at: this.clock.iso() };
      await tx.run(replaceOwner, { id, ownerKey, remindOn, ...writing });
      const by = { id: byId, name, url: `/people/${byId}` };
      const data = { commitmentId: id, owner, by };
      const event = { room: commitmentRoom(id), type: 'commitments.owner-changed', data } as const;
      const isMaker = byId === people.makerId;
      await this.events.append(tx, event, isMaker ? null : { actor, data: { before, ownerKey } });
    });
  }
}
