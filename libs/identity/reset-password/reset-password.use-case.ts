import { Injectable } from '@nestjs/common';
import { invalid } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { personKey } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';
import { PasswordChanges } from '../passwords/password-changes.js';
import { PasswordHasher } from '../passwords/password-hasher.js';

/**
 * Sets a new password by the link sent for it. Whoever had got in under the old one may have made tokens: they end with
 * the sessions.
 */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly events: EventLog,
    private readonly passwords: PasswordHasher,
    private readonly changes: PasswordChanges,
  ) {}

  /**
   * @returns the address whose mail was opened
   * @throws {DomainError} `identity/link-not-valid`, `platform/invalid-input`
   */
  async execute({ token, password }: { token: string; password: string }): Promise<{ email: string }> {
    const link = await this.credentials.findValidLink(token, 'reset-password');
    if (!link?.personId) throw invalid('identity/link-not-valid');
    this.passwords.requireGood(password, link);
    const id = link.personId;
    const person = { id, email: link.email };
    const passwordHash = await this.passwords.hash(password);
    await this.graph.write(async (tx) => {
      if (!(await this.credentials.consumeLink(tx, link.tokenHash))) throw invalid('identity/link-not-valid');
      const change = { person, passwordHash, how: 'password-reset', endTokens: true } as const;
      await this.changes.apply(tx, { id, via: 'visitor' }, change);
      // Whoever could open the mail has the address.
      if (!(await this.people.markEmailVerified(tx, id, new Date().toISOString()))) return;
      await this.events.append(tx, { room: personKey(id), type: 'identity.email-verified', data: { id } });
    });
    return { email: link.email };
  }
}
