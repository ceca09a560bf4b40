import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { TokenSummary } from '../create-token/create-token.use-case.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { asPerson, showMeRule } from '../identity.access.js';

@Injectable()
export class ListTokens {
  constructor(private readonly credentials: CredentialsRepository) {}

  /** The person's tokens, newest first, without the secrets. */
  async execute(actor: Actor): Promise<TokenSummary[]> {
    requireAccess(showMeRule, actor, undefined);
    return this.credentials.listApiTokens(asPerson(actor).id);
  }
}
