import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import type { Account } from '../account.js';
import { personKey } from '../contracts.js';
import { asPerson, changeMeRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';
import { KnownActors } from '../sign-in/known-actors.js';
import { requireAccount } from '../sign-in/signed-in.js';
import { OrganisationNames } from './named-organisation.js';
import type { UpdateMeInput } from './update-me.dto.js';

/** Changes what a person says of themself. */
@Injectable()
export class UpdateMe {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly events: EventLog,
    private readonly known: KnownActors,
    private readonly organisations: OrganisationNames,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: UpdateMeInput): Promise<Account> {
    requireAccess(changeMeRule, actor, undefined);
    const { id } = asPerson(actor);
    const { organisation, worksFor, isLinkNew } = await this.nameOrganisation(id, input);
    const at = this.clock.iso();
    return this.graph.write(async (tx) => {
      const before = await this.people.findAccount(id, tx);
      if (!before) throw notFound('person');
      const { name = before.name, locale = before.locale, bio = before.bio } = input;
      const { organisationType = before.organisationType } = input;
      await this.people.updateProfile(tx, { id, name, locale, bio, organisation, organisationType });
      if (input.country !== undefined) await this.people.setCountry(tx, id, input.country, at);
      if (isLinkNew) await this.people.setWorksFor(tx, id, worksFor, at);
      const data = { id, name };
      await this.events.append(tx, { room: personKey(id), type: 'identity.profile-changed', data });
      tx.afterCommit(() => this.known.forget(id));
      return requireAccount(await this.people.findAccount(id, tx));
    });
  }

  private async nameOrganisation(id: string, input: UpdateMeInput) {
    const now = requireAccount(await this.people.findAccount(id));
    const before = { organisation: now.organisation, worksFor: now.worksFor?.key ?? null };
    const { country = now.country?.key.slice('country:'.length) ?? null } = input;
    const named = await this.organisations.resolve(input, before, country);
    return { ...named, isLinkNew: named.worksFor !== before.worksFor };
  }
}
