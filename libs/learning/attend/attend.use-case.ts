import { Injectable } from '@nestjs/common';
import type { Actor, Person } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { hasPlace, RegistrationsRepository } from '../registrations.repository.js';
import { SessionFloor } from '../session-floor.js';

/** Notes who is there. Whoever does anything in the live room is noted without it. */
@Injectable()
export class Attend {
  constructor(
    private readonly floor: SessionFloor,
    private readonly registrations: RegistrationsRepository,
  ) {}

  /** The actor enters the live room. */
  async execute(actor: Actor, id: string): Promise<void> {
    await this.floor.takePart(actor, id, async () => undefined);
  }

  /** Whoever runs the session counts who is there. */
  async count(actor: Actor, id: string, personId: string, present: boolean): Promise<void> {
    if (personId === (actor as Person).id && present) return this.execute(actor, id);
    await this.floor.run(actor, id, async (tx, { session }) => {
      const registration = await this.registrations.findIn(tx, id, personId);
      if (!hasPlace(registration)) throw notFound('registration');
      await this.floor.setAttended(tx, session, registration, present);
    });
  }
}
