import { Injectable } from '@nestjs/common';
import { invalid } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { personKey } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';
import { PasswordHasher, requireGoodPassword } from '../passwords/password-hasher.js';
import { KnownActors } from '../sign-in/known-actors.js';

/** Sets a new password by the link sent for it, and signs the person out everywhere. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly events: EventLog,
    private readonly passwords: PasswordHasher,
    private readonly known: KnownActors,
  ) {}

  /** @throws {DomainError} `identity/link-not-valid`, `platform/invalid-input` */
  async execute({ token, password }: { token: string; password: string }): Promise<void> {
    const link = await this.credentials.findValidLink(token, 'reset-password');
    if (!link?.personId) throw invalid('identity/link-not-valid');
    requireGoodPassword(password, link);
    const id = link.personId;
    const passwordHash = await this.passwords.hash(password);
    await this.graph.write(async (tx) => {
      if (!(await this.credentials.consumeLink(tx, link.tokenHash))) throw invalid('identity/link-not-valid');
      await this.people.setPasswordHash(tx, id, passwordHash);
      await this.credentials.deleteSessionsOf(tx, id);
      tx.afterCommit(() => this.known.forget(id));
      // Whoever could open the mail has the address.
      if (!(await this.people.markEmailVerified(tx, id, new Date().toISOString()))) return;
      await this.events.append(tx, { room: personKey(id), type: 'identity.email-verified', data: { id } });
    });
  }
}
