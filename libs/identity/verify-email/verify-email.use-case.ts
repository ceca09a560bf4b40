import { Injectable } from '@nestjs/common';
import { invalid } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { type PersonSummary, personKey, personSummary } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';
import { KnownActors } from '../sign-in/known-actors.js';

/** An address as the link sent to it stands. */
export interface AddressProof {
  email: string;
  isVerified: boolean;
}

/**
 * Proves an address by the link sent to it. Opening the link changes nothing, since programs that look through mail open
 * it too; confirming does, and may be done again while the link lasts.
 */
@Injectable()
export class VerifyEmail {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly events: EventLog,
    private readonly known: KnownActors,
  ) {}

  /** @throws {DomainError} `identity/link-not-valid` for a link that is unknown or too old */
  async look(token: string): Promise<AddressProof> {
    const { email, isVerified } = await this.find(token);
    return { email, isVerified };
  }

  /** @throws {DomainError} `identity/link-not-valid` for a link that is unknown or too old */
  async execute(token: string): Promise<PersonSummary> {
    const { personId: id, name, isVerified } = await this.find(token);
    if (isVerified) return personSummary(id, name);
    await this.graph.write(async (tx) => {
      if (!(await this.people.markEmailVerified(tx, id, new Date().toISOString()))) return;
      tx.afterCommit(() => this.known.forget(id));
      await this.events.append(tx, { room: personKey(id), type: 'identity.email-verified', data: { id } });
    });
    return personSummary(id, name);
  }

  private async find(token: string) {
    const link = await this.credentials.findValidLink(token, 'verify-email');
    if (!link?.personId) throw invalid('identity/link-not-valid');
    return { ...link, personId: link.personId };
  }
}
