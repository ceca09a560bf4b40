import { Injectable } from '@nestjs/common';
import type { Strategy } from 'passport';
import { type Actor, isSignedIn } from '../../platform/access/actor.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { emailKey } from '../rules/email.js';
import { AttemptLimit } from '../sign-in/attempt-limit.js';
import { KnownActors } from '../sign-in/known-actors.js';
import { requireAccount, type SignedIn } from '../sign-in/signed-in.js';
import { passwordStrategy, runStrategy } from '../sign-in/strategies.js';
import type { LogInInput } from './log-in.dto.js';

/** Signs a person in by address and password, always into a new session. */
@Injectable()
export class LogIn {
  private readonly strategy: Strategy;

  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly known: KnownActors,
    private readonly attempts: AttemptLimit,
    passwords: PasswordHasher,
  ) {
    this.strategy = passwordStrategy(async (email, password) => {
      const found = await people.findCredentials(email);
      const matches = await passwords.matches(found?.passwordHash ?? null, password);
      return matches && found ? { id: found.id } : null;
    });
  }

  /**
   * @param actor whoever asks: a session in use is left for the new one
   * @throws {DomainError} `identity/wrong-credentials`, `identity/too-many-attempts`
   */
  async execute(actor: Actor, input: LogInInput, userAgent: string): Promise<SignedIn> {
    const account = emailKey(input.email);
    this.attempts.begin(account);
    const found = await runStrategy<{ id: string }>(this.strategy, { body: input });
    if (!found) throw new DomainError('unauthenticated', 'identity/wrong-credentials');
    this.attempts.forgive(account);
    return this.graph.write(async (tx) => {
      if (isSignedIn(actor) && actor.sessionId) {
        await this.credentials.deleteSession(tx, actor.id, actor.sessionId);
        tx.afterCommit(() => this.known.forget(actor.id));
      }
      const session = await this.credentials.openSession(tx, found.id, userAgent);
      return { person: requireAccount(await this.people.findAccount(found.id, tx)), session };
    });
  }
}
