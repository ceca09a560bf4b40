import { Injectable } from '@nestjs/common';
import { EnsureActor } from '../../atlas/index.js';
import { AddPerson } from '../../identity/index.js';
import { type Person, SYSTEM } from '../../platform/access/actor.js';
import { entityKey } from '../../platform/entities/entity.js';
import { Graph } from '../../platform/graph/graph.js';
import type { DemoActor, DemoContent, DemoPerson } from '../content/demo-content.js';
import { DemoItems } from '../demo-items.js';
import { DemoTimes } from './demo-times.js';

const JOINED_DAYS_AGO = 100;

/** Brings the people and organisations of the demonstration into the community. */
@Injectable()
export class DemoCast {
  constructor(
    private readonly graph: Graph,
    private readonly items: DemoItems,
    private readonly times: DemoTimes,
    private readonly addPerson: AddPerson,
    private readonly ensureActor: EnsureActor,
  ) {}

  /** @returns the ids of the organisations by their handles */
  bringActors(actors: DemoActor[]): Promise<Map<string, string>> {
    const source = 'demonstration';
    return this.graph.write(async (tx) => {
      const ids = new Map<string, string>();
      for (const { handle, name, type, country } of actors) {
        const actor = await this.ensureActor.execute(tx, { name, type, country, source });
        ids.set(handle, actor.id);
        // One that was there before is not the demonstration's to remove.
        if (actor.created) await this.items.recordIn(tx, [actor.key]);
      }
      return ids;
    });
  }

  async bringPerson(person: DemoPerson, { actors }: Pick<DemoContent, 'actors'>): Promise<Person> {
    const { name, email, locale, country, bio } = person;
    const organisation = actors.find((actor) => actor.handle === person.organisation)?.name;
    const roles = person.role ? [person.role] : [];
    const createdAt = this.times.ago(JOINED_DAYS_AGO).toISOString();
    const profile = { name, email, locale, country, bio, organisation, roles, createdAt, invented: true };
    const { id } = await this.addPerson.execute(SYSTEM, profile);
    await this.items.record(entityKey('person', id));
    return { id, name, roles: ['member', ...roles], locale, via: 'system', scopes: 'all' };
  }
}
