import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { editOnce } from '../../platform/receipts/edit-once.js';
import { requestKey } from '../../platform/receipts/request-key.js';
import type { ActorRow } from '../actors.cypher.js';
import { ActorsRepository } from '../actors.repository.js';
import { changeActor } from '../atlas.access.js';
import { actorChangedMeanwhile, actorExists, unknownCountry } from '../atlas.errors.js';
import type { changeActorBody } from '../atlas.schemas.js';
import { sourceOf } from '../atlas.views.js';
import { actorRoom } from '../contracts.js';
import { findCountry } from '../reference-index.js';

export type ChangeActorInput = z.output<typeof changeActorBody>;

/** Mends the name, kind or country of an actor. */
@Injectable()
export class ChangeActor {
  constructor(
    private readonly graph: Graph,
    private readonly actors: ActorsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * What the input leaves out stays as it is; for whoever sends the same again nothing changes.
   * @throws {DomainError} `atlas/actor-changed-meanwhile`; `atlas/actor-exists` when another one bears the name in that
   * country
   */
  async execute(actor: Actor, id: string, input: ChangeActorInput): Promise<void> {
    requireEntry(changeActor, actor);
    const key = requestKey({ personId: actor.id, act: ['change-actor', id], content: input });
    await this.graph.write(async (tx) => {
      const before = await this.actors.takeActor(tx, id);
      requireAccess(changeActor, actor, before);
      const edit = {
        ...{ key, at: this.clock.iso(), seen: input.version, current: before.version },
        changedMeanwhile: actorChangedMeanwhile,
      };
      await editOnce(tx, edit, () => this.save(tx, actor, before, input));
    });
  }

  private async save(
    tx: GraphTransaction,
    actor: Actor,
    before: ActorRow,
    input: ChangeActorInput,
  ): Promise<number> {
    const { id } = before;
    const name = input.name ?? before.name;
    const type = input.type === undefined ? before.type : input.type;
    const country = input.country === undefined ? before.country : countryOf(input.country);
    if (name === before.name && type === before.type && country === before.country) return before.version;
    const same = await this.actors.findByIdentity(tx, name, country);
    if (same !== null && same !== id) throw actorExists(same);
    const source = sourceOf(actor);
    const version = before.version + 1;
    await this.actors.save(tx, { id, name, type, country, version }, source);
    const data = { actor: { id, name, type, country }, source };
    const event = { room: actorRoom(id), type: 'atlas.actor-changed', data } as const;
    await this.events.append(tx, event, { actor });
    return version;
  }
}

function countryOf(code: string | null): string | null {
  if (code === null) return null;
  const country = findCountry(code);
  if (!country) throw unknownCountry(code);
  return country.iso3;
}
