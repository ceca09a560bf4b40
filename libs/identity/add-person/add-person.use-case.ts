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
  organisation?: string;
  /** ISO 8601; now by default. */
  createdAt?: string;
}

/** Adds someone who did not register themself, with an address that counts as verified. Sends no mail. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly events: EventLog,
  ) {}

  /** @throws {DomainError} `identity/email-taken`, `platform/invalid-input` for an unknown country */
  async execute(actor: Actor, input: AddPersonInput): Promise<PersonSummary> {
    requireAccess(addPersonRule, actor, undefined);
    const id = newId();
    const { name, email, locale, country, passwordHash = '', bio = '', organisation = '' } = input;
    const createdAt = input.createdAt ?? new Date().toISOString();
    const roles = [...new Set<Role>(['member', ...(input.roles ?? [])])];
    const person = { id, name, email, locale, passwordHash, bio, organisation, roles, createdAt };
    try {
      await this.graph.write(async (tx) => {
        await this.people.create(tx, { ...person, verifiedAt: createdAt });
        await this.people.setRoles(tx, id, roles);
        if (country) await this.people.setCountry(tx, id, country, createdAt);
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
