import { Injectable } from '@nestjs/common';
import { EnsureActor } from '../../atlas/index.js';
import { AddPerson } from '../../identity/index.js';
import { type Person, SYSTEM } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { entityKey } from '../../platform/entities/entity.js';
import { Graph } from '../../platform/graph/graph.js';
import type { DemoActor, DemoContent, DemoPerson } from '../content/demo-content.js';
import { DemoItems } from '../demo-items.js';

const JOINED_DAYS_AGO = 100;
const DAY_MS = 86_400_000;

/** Who takes part in the demonstration, by the handles of its content. */
export interface Cast {
  people: Map<string, Person>;
  /** Ids of organisations. */
  actors: Map<string, string>;
}

/** Brings the people and organisations of the demonstration into the community. */
@Injectable()
export class DemoCast {
  constructor(
    private readonly graph: Graph,
    private readonly items: DemoItems,
    private readonly addPerson: AddPerson,
    private readonly ensureActor: EnsureActor,
    private readonly clock: Clock,
  ) {}

  /** @param onPerson called after each person */
  async gather(content: DemoContent, onPerson: () => void): Promise<Cast> {
    const cast: Cast = { people: new Map(), actors: new Map() };
    for (const actor of content.actors) cast.actors.set(actor.handle, await this.bringActor(actor));
    for (const person of content.people) {
      cast.people.set(person.handle, await this.bringPerson(person, content));
      onPerson();
    }
    return cast;
  }

  private async bringActor({ name, type, country }: DemoActor): Promise<string> {
    const source = 'demonstration';
    const actor = await this.graph.write((tx) =>
      this.ensureActor.execute(tx, { name, type, country, source }),
    );
    // One that was there before is not the demonstration's to remove.
    if (actor.created) await this.items.record(actor.key);
    return actor.id;
  }

  private async bringPerson(person: DemoPerson, content: DemoContent): Promise<Person> {
    const { name, email, locale, country, bio } = person;
    const organisation = content.actors.find((actor) => actor.handle === person.organisation)?.name;
    const roles = person.role ? [person.role] : [];
    const createdAt = new Date(this.clock.now().getTime() - JOINED_DAYS_AGO * DAY_MS).toISOString();
    const profile = { name, email, locale, country, bio, organisation, roles, createdAt };
    const { id } = await this.addPerson.execute(SYSTEM, profile);
    await this.items.record(entityKey('person', id));
    return { id, name, roles: ['member', ...roles], locale, via: 'system', scopes: 'all' };
  }
}
