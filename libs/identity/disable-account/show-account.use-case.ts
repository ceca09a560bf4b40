import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { type Account, toAccount } from '../account.js';
import { listPeopleRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';

/** What administrators may know of somebody's account. */
@Injectable()
export class ShowAccount {
  constructor(private readonly people: IdentityRepository) {}

  /** @throws {DomainError} `platform/not-found` */
  async execute(actor: Actor, id: string): Promise<Account> {
    requireAccess(listPeopleRule, actor, undefined);
    const row = await this.people.findAccount(id);
    if (!row) throw notFound('person');
    return toAccount(row);
  }
}
