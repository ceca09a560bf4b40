import { Injectable, Logger } from '@nestjs/common';
import type { Strategy } from 'passport';
import { AccessEndings } from '../../platform/access/access-endings.js';
import { type Actor, isSignedIn } from '../../platform/access/actor.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { emailKey } from '../rules/email.js';
import { AttemptLimit, type Place } from '../sign-in/attempt-limit.js';
import { requireAccount, type SignedIn } from '../sign-in/signed-in.js';
import { passwordStrategy, runStrategy } from '../sign-in/strategies.js';
import type { LogInInput } from './log-in.dto.js';

interface FoundPerson {
  id: string;
  passwordHash: string;
  disabledAt: string | null;
}

/** Signs a person in by address and password, always into a new session. */
@Injectable()
export class LogIn {
  private readonly logger = new Logger('sign-in');
  private readonly strategy: Strategy;

  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly endings: AccessEndings,
    private readonly attempts: AttemptLimit,
    private readonly passwords: PasswordHasher,
  ) {
    this.strategy = passwordStrategy(async (email, password) => {
      const found = await people.findCredentials(email);
      const matches = await passwords.matches(found?.passwordHash ?? null, password);
      return matches && found ? found : null;
    });
  }

  /**
   * @param actor whoever asks: a session in use is left for the new one
   * @param place where the request comes from
   * @throws {DomainError} `identity/wrong-credentials`, `identity/account-disabled`, `identity/too-many-attempts`
   */
  async execute(actor: Actor, input: LogInInput, userAgent: string, place: Place): Promise<SignedIn> {
    const account = emailKey(input.email);
    const { address } = place;
    this.attempts.begin(account, place);
    const found = await runStrategy<FoundPerson>(this.strategy, { body: input });
    if (!found) {
      // The address may be a mistyped password, so it stays out of the log.
      this.logger.log(`refused from ${address}`);
      throw new DomainError('unauthenticated', 'identity/wrong-credentials');
    }
    this.attempts.succeed(account, place);
    // Only whoever knows the password learns that there is such an account.
    if (found.disabledAt !== null) throw this.disabled(found, address);
    this.logger.log(`person:${found.id} from ${address}`);
    const stronger = await this.strongerHash(found, input.password);
    return this.graph.write(async (tx) => {
      if (isSignedIn(actor) && actor.sessionId) {
        await this.credentials.deleteSession(tx, actor.id, actor.sessionId);
        const { id: personId, sessionId } = actor;
        tx.afterCommit(() => this.endings.announce({ personId, sessionId }));
      }
      if (stronger) await this.people.setPasswordHash(tx, found.id, stronger);
      const session = await this.credentials.openSession(tx, found.id, userAgent);
      const person = await this.people.findAccount(found.id, tx);
      // Disabled while the password was compared.
      if (person?.disabledAt) throw this.disabled(found, address);
      return { person: requireAccount(person), session };
    });
  }

  private disabled({ id }: FoundPerson, address: string): DomainError {
    this.logger.log(`refused person:${id}, who is disabled, from ${address}`);
    return new DomainError('forbidden', 'identity/account-disabled');
  }

  /** Only now is the password at hand to be hashed as the settings ask; null when it is already. */
  private async strongerHash({ passwordHash }: FoundPerson, password: string): Promise<string | null> {
    return this.passwords.isWeak(passwordHash) ? this.passwords.hash(password) : null;
  }
}
