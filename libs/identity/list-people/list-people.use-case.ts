import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { decodeCursor, type Page, START, toPage } from '../../platform/graph/page.js';
import { type Account, toAccount } from '../account.js';
import { listPeopleRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';

/** Later than every id. */
const AFTER_ALL = 'z';

/** Everyone, in the order in which they joined, the newest first; with addresses, for those who run the place. */
@Injectable()
export class ListPeople {
  constructor(private readonly people: IdentityRepository) {}

  async execute(actor: Actor, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<Account>> {
    requireAccess(listPeopleRule, actor, undefined);
    const position = decodeCursor(cursor);
    const before = position.at === START.at ? AFTER_ALL : position.id;
    const ids = await this.people.listIds({ since: '', before, limit: limit + 1 });
    const rows = await this.people.listAccounts(ids);
    return toPage(rows.map(toAccount), limit, ({ id, createdAt }) => ({ id, at: createdAt }));
  }
}
