import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { asPerson, changeMeRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';
import { IdentityMails } from '../mails/identity-mails.js';
import { requireAccount } from '../sign-in/signed-in.js';

/** Sends a link that proves the address once more, a few times an hour; earlier ones go on working. */
@Injectable()
export class SendVerification {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly mails: IdentityMails,
  ) {}

  /**
   * Does nothing when the address is verified already.
   * @throws {DomainError} `identity/too-many-links`: the address may be somebody else's, who asked for nothing
   */
  async execute(actor: Actor): Promise<void> {
    requireAccess(changeMeRule, actor, undefined);
    const { id } = asPerson(actor);
    const account = requireAccount(await this.people.findAccount(id));
    if (account.isVerified) return;
    const link = await this.graph.write((tx) => this.credentials.createLink(tx, id, 'verify-email'));
    if ('waitMs' in link) throw tooManyLinks(link.waitMs);
    this.mails.sendVerification(account, link.token);
  }
}

function tooManyLinks(waitMs: number): DomainError {
  const seconds = Math.ceil(waitMs / 1000);
  return new DomainError('too-many', 'identity/too-many-links', {
    seconds,
    minutes: Math.ceil(seconds / 60),
  });
}
