import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Account } from '../account.js';
import { asPerson, showMeRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';
import { requireAccount } from '../sign-in/signed-in.js';

@Injectable()
export class GetMe {
  constructor(private readonly people: IdentityRepository) {}

  async execute(actor: Actor): Promise<Account> {
    requireAccess(showMeRule, actor, undefined);
    return requireAccount(await this.people.findAccount(asPerson(actor).id));
  }
}
