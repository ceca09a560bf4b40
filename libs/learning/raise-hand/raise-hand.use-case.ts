import { Injectable } from '@nestjs/common';
import type { Actor, Person } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { sessionRoom } from '../contracts.js';
import { notRegistered } from '../learning.errors.js';
import type { RegistrationRow } from '../registrations.cypher.js';
import { hasPlace, RegistrationsRepository } from '../registrations.repository.js';
import { type Floor, SessionFloor } from '../session-floor.js';
import { SessionsRepository } from '../sessions.repository.js';

/** Raises a hand, or lowers it. Hands stand in a queue, first come first. */
@Injectable()
export class RaiseHand {
  constructor(
    private readonly floor: SessionFloor,
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly events: EventLog,
  ) {}

  /**
   * Raising what is raised changes nothing, not even the turn.
   * @param personId whose hand, for whoever runs the session; the actor's own by default
   */
  async execute(actor: Actor, id: string, raised: boolean, personId = (actor as Person).id): Promise<void> {
    if (personId === actor.id) {
      await this.floor.takePart(actor, id, (tx, floor) => {
        if (!hasPlace(floor.own)) throw notRegistered();
        return this.move(tx, floor, floor.own, raised);
      });
      return;
    }
    await this.floor.run(actor, id, async (tx, floor) => {
      const registration = await this.registrations.findIn(tx, id, personId);
      if (!hasPlace(registration)) throw notFound('registration');
      await this.move(tx, floor, registration, raised);
    });
  }

  private async move(
    tx: GraphTransaction,
    { session }: Floor,
    registration: RegistrationRow | null,
    raised: boolean,
  ): Promise<void> {
    if (!registration || (registration.handNumber !== null) === raised) return;
    const { id } = session;
    const turns = session.turns + 1;
    const before = await this.registrations.listHands(id, tx);
    await this.registrations.change(tx, [registration.key], { handNumber: raised ? turns : null });
    await this.sessions.change(tx, id, { turns });
    const queue = await this.registrations.listHands(id, tx);
    const person = [...before, ...queue].find((one) => one.id === registration.personId);
    if (!person) return;
    await this.events.append(tx, {
      room: sessionRoom(id),
      type: raised ? 'learning.hand-raised' : 'learning.hand-lowered',
      data: { sessionId: id, person, queue },
    });
  }
}
