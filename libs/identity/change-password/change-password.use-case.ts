import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository, type OpenedSession } from '../credentials.repository.js';
import { asPerson, changePasswordRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';
import { PasswordChanges } from '../passwords/password-changes.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { emailKey } from '../rules/email.js';
import { AttemptLimit, type Place } from '../sign-in/attempt-limit.js';
import { requireAccount } from '../sign-in/signed-in.js';
import type { ChangePasswordInput } from './change-password.dto.js';

/** Where the asking browser is, for its new session and for counting vain attempts. */
interface AskingBrowser {
  userAgent: string;
  address: string;
}

/** Sets a new password for whoever knows the present one, ends all sessions, and opens a new one here. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly passwords: PasswordHasher,
    private readonly attempts: AttemptLimit,
    private readonly changes: PasswordChanges,
  ) {}

  /**
   * @throws {DomainError} `platform/invalid-input` with `identity/wrong-password` on the present one, or with what is
   * wrong with the new one; `identity/too-many-attempts`
   */
  async execute(actor: Actor, input: ChangePasswordInput, from: AskingBrowser): Promise<OpenedSession> {
    requireAccess(changePasswordRule, actor, undefined);
    const person = requireAccount(await this.people.findAccount(asPerson(actor).id));
    await this.requirePresent(person.email, input.currentPassword, {
      address: from.address,
      device: actor.sessionId,
    });
    this.passwords.requireGood(input.newPassword, person, 'newPassword');
    const passwordHash = await this.passwords.hash(input.newPassword);
    const { endTokens } = input;
    return this.graph.write(async (tx) => {
      await this.changes.apply(tx, actor, { person, passwordHash, how: 'password-changed', endTokens });
      return this.credentials.openSession(tx, person.id, from.userAgent);
    });
  }

  /** Guessing it in an open browser is slowed down like guessing it at the door, and counted by itself. */
  private async requirePresent(email: string, password: string, place: Place): Promise<void> {
    const account = emailKey(email);
    this.attempts.begin(account, place);
    const found = await this.people.findCredentials(email);
    if (!(await this.passwords.matches(found?.passwordHash ?? null, password))) {
      throw invalid('platform/invalid-input', {}, [
        { field: 'currentPassword', code: 'identity/wrong-password' },
      ]);
    }
    this.attempts.succeed(account, place);
  }
}
