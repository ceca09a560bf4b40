import { Injectable } from '@nestjs/common';
import { AccessEndings } from '../../platform/access/access-endings.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { personKey } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';
import { emailKey } from '../rules/email.js';
import { AttemptLimit } from '../sign-in/attempt-limit.js';

interface PasswordChange {
  person: { id: string; email: string };
  passwordHash: string;
  /** `password-reset` by a mailed link, `password-changed` by whoever knew the old one. */
  how: 'password-reset' | 'password-changed';
  endTokens: boolean;
}

/**
 * Sets a new password within a transaction, and ends what was opened under the old one: every session, every link for
 * choosing another, and the tokens if asked to.
 */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly attempts: AttemptLimit,
    private readonly endings: AccessEndings,
    private readonly audit: AuditLog,
  ) {}

  async apply(tx: GraphTransaction, actor: Pick<Actor, 'id' | 'via'>, change: PasswordChange): Promise<void> {
    const { person, passwordHash, how, endTokens } = change;
    await this.people.setPasswordHash(tx, person.id, passwordHash);
    const sessionsEnded = await this.credentials.deleteSessionsOf(tx, person.id);
    const tokensRevoked = endTokens ? await this.credentials.deleteApiTokensOf(tx, person.id) : 0;
    await this.credentials.deleteResetLinksOf(tx, person.id);
    await this.audit.record(tx, actor, {
      action: `identity.${how}`,
      targetKey: personKey(person.id),
      data: { sessionsEnded, tokensRevoked },
    });
    tx.afterCommit(() => {
      this.attempts.forgive(emailKey(person.email));
      this.endings.announce({ personId: person.id });
    });
  }
}
