import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { asPerson, changeMeRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';
import { IdentityMails } from '../mails/identity-mails.js';
import { requireAccount } from '../sign-in/signed-in.js';

/** Sends the link that proves the address once more; the earlier one stops working. */
@Injectable()
export class SendVerification {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly mails: IdentityMails,
  ) {}

  /** Does nothing when the address is verified already. */
  async execute(actor: Actor): Promise<void> {
    requireAccess(changeMeRule, actor, undefined);
    const { id } = asPerson(actor);
    const account = requireAccount(await this.people.findAccount(id));
    if (account.isVerified) return;
    const token = await this.graph.write((tx) => this.credentials.createLink(tx, id, 'verify-email'));
    this.mails.sendVerification(account, token);
  }
}
