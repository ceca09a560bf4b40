import { Injectable } from '@nestjs/common';
import { invalid } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { type PersonSummary, personKey, personSummary } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';

/** Follows the link of the first mail: the address is theirs. */
@Injectable()
export class VerifyEmail {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly events: EventLog,
  ) {}

  /** @throws {DomainError} `identity/link-not-valid` for a link that is unknown, used or too old */
  async execute(token: string): Promise<PersonSummary> {
    const link = await this.credentials.findValidLink(token, 'verify-email');
    if (!link?.personId) throw invalid('identity/link-not-valid');
    const id = link.personId;
    await this.graph.write(async (tx) => {
      if (!(await this.credentials.consumeLink(tx, link.tokenHash))) throw invalid('identity/link-not-valid');
      if (!(await this.people.markEmailVerified(tx, id, new Date().toISOString()))) return;
      await this.events.append(tx, { room: personKey(id), type: 'identity.email-verified', data: { id } });
    });
    return personSummary(id, link.name);
  }
}
