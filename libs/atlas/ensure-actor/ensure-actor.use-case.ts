import { Injectable } from '@nestjs/common';
import type { AuditedBy } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { entityKey } from '../../platform/entities/entity.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { cleanText } from '../../platform/validation/text.js';
import { ensureActor, setActorCountry } from '../actors.cypher.js';
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
  async execute(
    tx: GraphTransaction,
    { name: given, type = null, country: countryCode = null, source, audited }: ActorToEnsure,
  ): Promise<{ id: string; key: string; created: boolean }> {
    const name = cleanText(given).replace(/\s+/g, ' ');
    if (name === '') throw actorWithoutName();
    const country = countryCode === null ? null : (findCountry(countryCode)?.iso3 ?? null);
    if (countryCode !== null && country === null) throw unknownCountry(countryCode);
    const id = newId();
    const at = this.clock.iso();
    const [actor] = await tx.run(ensureActor, {
      identity: actorIdentity(name, country),
      id,
      key: entityKey('actor', id),
      url: `/actors/${id}`,
      name,
      nameKey: actorNameKey(name),
      type,
      at,
      source,
    });
    if (!actor) throw new Error(`the actor ${name} was neither found nor added`);
    if (!actor.created) return actor;
    if (country) await tx.run(setActorCountry, { id, country, source, at });
    const data = { actor: { id, name, type, country }, source };
    await this.events.append(tx, { room: actorRoom(id), type: 'atlas.actor-added', data }, audited);
    return actor;
  }
}
