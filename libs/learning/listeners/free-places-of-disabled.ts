import { Injectable } from '@nestjs/common';
import type { AnyEvent, EventMap } from '../../platform/events/event.js';
import { type EventListener, Listener } from '../../platform/events/listener.js';
import { Graph } from '../../platform/graph/graph.js';
import { listSessionsHeldIn } from '../registrations.cypher.js';
import { SessionPlaces } from '../session-places.js';
import { SessionsRepository } from '../sessions.repository.js';

/** When an account is disabled, what its owner holds in sessions is free for those who can come. */
@Injectable()
@Listener({ name: 'free-places-of-disabled', hears: ['identity.account-disabled'] })
export class FreePlacesOfDisabled implements EventListener {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly places: SessionPlaces,
  ) {}

  async handle({ data }: AnyEvent): Promise<void> {
    const { id: personId } = data as unknown as EventMap['identity.account-disabled'];
    for (const { id } of await this.graph.read(listSessionsHeldIn, { personId }))
      await this.graph.write(async (tx) => {
        await this.places.settle(tx, await this.sessions.takeSession(tx, id));
      });
  }
}
