import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { type Position, readNewestFirst } from '../platform/graph/page.js';
import {
  type ActorRow,
  findActorByIdentity,
  listActorIds,
  listActors,
  listActorsById,
  listActorsByName,
  listActorsOfCountry,
  removeActorCountry,
  setActorCountries,
  takeActor,
  updateActor,
} from './actors.cypher.js';
import { actorIdentity, actorNameKey } from './rules/actor-identity.js';

@Injectable()
export class ActorsRepository {
  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
  ) {}

  async getActor(id: string): Promise<ActorRow> {
    const [actor] = await this.listById([id]);
    if (!actor || actor.hidden) throw notFound('actor');
    return actor;
  }

  listById(ids: string[]): Promise<ActorRow[]> {
    return this.graph.read(listActorsById, { ids });
  }

  listNewest(before: Position, limit: number): Promise<ActorRow[]> {
    return readNewestFirst(before, limit, (window) =>
      this.graph.read(listActors, { since: window.since, ...window.before, limit: window.limit }),
    );
  }

  listOfCountry(country: string, before: Position, limit: number): Promise<ActorRow[]> {
    return this.graph.read(listActorsOfCountry, { country, ...before, limit });
  }

  /** Those whose folded name begins so, in the order of their names. */
  async listByName(prefix: string, limit: number): Promise<ActorRow[]> {
    const from = actorNameKey(prefix);
    if (from === '') return [];
    // Above every letter of the basic plane that may follow the prefix.
    const rows = await this.graph.read(listActorsByName, { from, to: `${from}\uffff`, limit });
    return rows.filter(({ hidden }) => !hidden);
  }

  /** Those that bear the name, in whichever country. */
  async listNamed(name: string, limit: number): Promise<ActorRow[]> {
    const from = actorNameKey(name);
    if (from === '') return [];
    // Nothing that begins with the name comes before the name and a space.
    const rows = await this.graph.read(listActorsByName, { from, to: `${from} `, limit });
    return rows.filter(({ hidden }) => !hidden);
  }

  listIds(): Promise<{ id: string }[]> {
    return this.graph.read(listActorIds, {});
  }

  /** The actor as this transaction will change it; nobody else changes it meanwhile. */
  async takeActor(tx: GraphTransaction, id: string): Promise<ActorRow> {
    const [actor] = await tx.run(takeActor, { id });
    if (!actor || actor.hidden) throw notFound('actor');
    return actor;
  }

  async findByIdentity(tx: GraphTransaction, name: string, country: string | null): Promise<string | null> {
    const [actor] = await tx.run(findActorByIdentity, { identity: actorIdentity(name, country) });
    return actor?.id ?? null;
  }

  async save(
    tx: GraphTransaction,
    actor: Pick<ActorRow, 'id' | 'name' | 'type' | 'country' | 'version'>,
    source: string,
  ): Promise<void> {
    const { id, name, type, country, version } = actor;
    const identity = actorIdentity(name, country);
    await tx.run(updateActor, { id, identity, name, nameKey: actorNameKey(name), type, version });
    await tx.run(removeActorCountry, { id });
    if (country) await tx.run(setActorCountries, { actors: [{ id, country }], source, at: this.clock.iso() });
  }
}
