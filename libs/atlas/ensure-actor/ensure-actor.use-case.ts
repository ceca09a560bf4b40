import { Injectable } from '@nestjs/common';
import type { AuditedBy } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { entityKey } from '../../platform/entities/entity.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { cleanText } from '../../platform/validation/text.js';
import { ensureActors, setActorCountries } from '../actors.cypher.js';
import { actorWithoutName, unknownCountry } from '../atlas.errors.js';
import { actorRoom } from '../contracts.js';
import { findCountry } from '../reference-index.js';
import { actorIdentity, actorNameKey } from '../rules/actor-identity.js';

export interface ActorToEnsure {
  name: string;
  /** Code of an actor type, for example `ngo`; a type that is known already stays. */
  type?: string | null;
  /** ISO alpha-3 or alpha-2. */
  country?: string | null;
  /** Who says so: `person:ID`, `import:NAME`. */
  source: string;
  /** Set where adding it is an act of its own, for the audit log. */
  audited?: AuditedBy;
}

export interface EnsuredActor {
  id: string;
  key: string;
  created: boolean;
}

interface NewActor {
  identity: string;
  id: string;
  key: string;
  url: string;
  name: string;
  nameKey: string;
  type: string | null;
  country: string | null;
}

/** Finds an actor by name and country, or adds it. */
@Injectable()
export class EnsureActor {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs in the caller's transaction; asks for no right, which is the caller's to check.
   * @throws {DomainError} `atlas/actor-without-name`, `atlas/unknown-country`
   */
  async execute(tx: GraphTransaction, actor: ActorToEnsure): Promise<EnsuredActor> {
    const [ensured] = await this.executeAll(tx, [actor], actor.source, actor.audited);
    if (!ensured) throw new Error(`the actor ${actor.name} was neither found nor added`);
    return ensured;
  }

  /**
   * Many at once, in two queries and an event for each that is added; those that are one come back as one.
   * @returns one for each of those given, in their order
   */
  async executeAll(
    tx: GraphTransaction,
    actors: readonly Omit<ActorToEnsure, 'source' | 'audited'>[],
    source: string,
    audited?: AuditedBy,
  ): Promise<EnsuredActor[]> {
    const wanted = actors.map(toNewActor);
    const found = wanted.length > 0 ? await this.ensure(tx, wanted, source, audited) : [];
    const ensured = new Map(found.map((actor) => [actor.identity, actor]));
    return wanted.map(({ identity, name }) => {
      const actor = ensured.get(identity);
      if (!actor) throw new Error(`the actor ${name} was neither found nor added`);
      return actor;
    });
  }

  private async ensure(
    tx: GraphTransaction,
    wanted: NewActor[],
    source: string,
    audited: AuditedBy | undefined,
  ): Promise<(EnsuredActor & { identity: string })[]> {
    const byIdentity = new Map(wanted.map((actor) => [actor.identity, actor]));
    const at = this.clock.iso();
    const actors = [...byIdentity.values()].map(({ country, ...actor }) => actor);
    const found = await tx.run(ensureActors, { actors, at, source });
    const added = found.flatMap(({ identity, created }) => (created ? (byIdentity.get(identity) ?? []) : []));
    const based = added.flatMap(({ id, country }) => (country ? [{ id, country }] : []));
    if (based.length > 0) await tx.run(setActorCountries, { actors: based, source, at });
    for (const { id, name, type, country } of added) {
      const data = { actor: { id, name, type, country }, source };
      await this.events.append(tx, { room: actorRoom(id), type: 'atlas.actor-added', data }, audited);
    }
    return found;
  }
}

/** @throws {DomainError} `atlas/actor-without-name`, `atlas/unknown-country` */
function toNewActor({
  name: given,
  type = null,
  country: code = null,
}: Omit<ActorToEnsure, 'source' | 'audited'>): NewActor {
  const name = cleanText(given).replace(/\s+/g, ' ');
  if (name === '') throw actorWithoutName();
  const country = code === null ? null : (findCountry(code)?.iso3 ?? null);
  if (code !== null && country === null) throw unknownCountry(code);
  const id = newId();
  return {
    identity: actorIdentity(name, country),
    id,
    key: entityKey('actor', id),
    url: `/actors/${id}`,
    name,
    nameKey: actorNameKey(name),
    type,
    country,
  };
}
