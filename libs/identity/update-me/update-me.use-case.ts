import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import type { Account } from '../account.js';
import { personKey } from '../contracts.js';
import { asPerson, changeMeRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';
import { KnownActors } from '../sign-in/known-actors.js';
import { requireAccount } from '../sign-in/signed-in.js';
import type { UpdateMeInput } from './update-me.dto.js';

/** Changes what a person says of themself. */
@Injectable()
export class UpdateMe {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly events: EventLog,
    private readonly known: KnownActors,
  ) {}

  async execute(actor: Actor, input: UpdateMeInput): Promise<Account> {
    requireAccess(changeMeRule, actor, undefined);
    const { id } = asPerson(actor);
    return this.graph.write(async (tx) => {
      const before = requireAccount(await this.people.findAccount(id, tx));
      const { name = before.name, locale = before.locale } = input;
      const { bio = before.bio, organisation = before.organisation } = input;
      await this.people.updateProfile(tx, { id, name, locale, bio, organisation });
      if (input.country !== undefined) {
        await this.people.setCountry(tx, id, input.country, new Date().toISOString());
      }
      const data = { id, name };
      await this.events.append(tx, { room: personKey(id), type: 'identity.profile-changed', data });
      tx.afterCommit(() => this.known.forget(id));
      return requireAccount(await this.people.findAccount(id, tx));
    });
  }
}
