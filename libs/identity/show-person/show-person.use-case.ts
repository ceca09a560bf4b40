import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { type PublicPerson, toPublicPerson } from '../account.js';
import { showPersonRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';

@Injectable()
export class ShowPerson {
  constructor(private readonly people: IdentityRepository) {}

  /** @throws {DomainError} `platform/not-found` for nobody and for someone hidden */
  async execute(actor: Actor, id: string): Promise<PublicPerson> {
    requireAccess(showPersonRule, actor, undefined);
    const [row] = await this.people.listPublic([id]);
    if (!row) throw notFound('person');
    return toPublicPerson(row);
  }
}
