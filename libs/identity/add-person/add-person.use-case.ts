import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { UniquenessViolation } from '../../platform/graph/graph-errors.js';
import { newId } from '../../platform/ids/new-id.js';
import { type PersonSummary, personKey, personSummary, type Role } from '../contracts.js';
import { addPersonRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';
import { OrganisationNames } from '../update-me/named-organisation.js';

export interface AddPersonInput {
  name: string;
  email: string;
  /** Made by {@link PasswordHasher.hash}; without it, the person first has to ask for a new password. */
  passwordHash?: string;
  locale: string;
  /** ISO 3166-1 alpha-3, of a country in the graph. */
  country?: string;
  /** Besides `member`. */
  roles?: Role[];
  bio?: string;
  /** In words; linked to the organisation of the atlas that bears the name, if there is one. */
  organisation?: string;
  /** Code of an actor type, where the atlas does not know it. */
  organisationType?: string;
  /** Nobody is behind the address: it does not count as verified, and nothing is ever mailed to it. */
  invented?: boolean;
  /** ISO 8601; now by default. */
  createdAt?: string;
}

/** Adds someone who did not register themself, with an address that counts as verified unless it is invented. Sends no mail. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly events: EventLog,
    private readonly organisations: OrganisationNames,
  ) {}

  /** @throws {DomainError} `identity/email-taken`, `platform/invalid-input` for an unknown country */
  async execute(actor: Actor, input: AddPersonInput): Promise<PersonSummary> {
    requireAccess(addPersonRule, actor, undefined);
    const id = newId();
    const { name, email, locale, country, organisationType, invented } = input;
    const { passwordHash = '', bio = '' } = input;
    const unnamed = { organisation: '', worksFor: null };
    const { organisation, worksFor } = await this.organisations.resolve(input, unnamed, country ?? null);
    const createdAt = input.createdAt ?? new Date().toISOString();
    const roles = [...new Set<Role>(['member', ...(input.roles ?? [])])];
    const person = {
      ...{ id, name, email, locale, passwordHash, bio, roles, createdAt },
      ...{ organisation, organisationType, invented, verifiedAt: invented ? null : createdAt },
    };
    try {
      await this.graph.write(async (tx) => {
        await this.people.create(tx, person);
        await this.people.setStanding(tx, id, { roles, disabledAt: null });
        if (country) await this.people.setCountry(tx, id, country, createdAt);
        if (worksFor) await this.people.setWorksFor(tx, id, worksFor, createdAt);
        const data = { id, name };
        await this.events.append(tx, { room: personKey(id), type: 'identity.person-registered', data });
      });
    } catch (error) {
      if (error instanceof UniquenessViolation) throw conflict('identity/email-taken');
      throw error;
    }
    return personSummary(id, name);
  }
}
