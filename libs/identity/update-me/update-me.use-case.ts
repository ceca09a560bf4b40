import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { conflict, type DomainError, notFound } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { editOnce } from '../../platform/receipts/edit-once.js';
import { requestKey } from '../../platform/receipts/request-key.js';
import type { Account } from '../account.js';
import { personKey } from '../contracts.js';
import { asPerson, changeMeRule } from '../identity.access.js';
import type { AccountRow, ProfileProperties } from '../identity.cypher.js';
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

  /**
   * What the input leaves out stays as it is; for whoever sends the same again nothing changes.
   * @throws {DomainError} `identity/profile-changed-meanwhile` when another version is there by now
   */
  async execute(actor: Actor, input: UpdateMeInput): Promise<Account> {
    requireAccess(changeMeRule, actor, undefined);
    const { id } = asPerson(actor);
    const named = await this.nameOrganisation(id, input);
    const key = requestKey({ personId: id, act: ['update-me'], content: input });
    return this.graph.write(async (tx) => {
      const current = await this.people.takeProfile(tx, id);
      const edit = { key, at: this.clock.iso(), seen: input.version, current, changedMeanwhile };
      await editOnce(tx, edit, () => this.save(tx, id, current, input, named));
      return requireAccount(await this.people.findAccount(id, tx));
    });
  }

  private async save(
    tx: GraphTransaction,
    id: string,
    current: number,
    { name, locale, bio, organisationType, country }: UpdateMeInput,
    { organisation, worksFor, isLinkNew }: Naming,
  ): Promise<number> {
    const before = await this.people.findAccount(id, tx);
    if (!before) throw notFound('person');
    const properties = changesOf(before, { name, locale, bio, organisation, organisationType });
    const livesIn = before.countryKey?.slice('country:'.length) ?? null;
    const isMoved = country !== undefined && country !== livesIn;
    if (Object.keys(properties).length === 0 && !isMoved && !isLinkNew) return current;
    const at = this.clock.iso();
    if (properties.name) await this.people.requireOwnName(tx, properties.name, id);
    await this.people.updateProfile(tx, id, properties, current + 1);
    if (isMoved) await this.people.setCountry(tx, id, country, at);
    if (isLinkNew) await this.people.setWorksFor(tx, id, worksFor, at);
    const data = { id, name: name ?? before.name };
    await this.events.append(tx, { room: personKey(id), type: 'identity.profile-changed', data });
    tx.afterCommit(() => this.known.forget(id));
    return current + 1;
  }

  /** Its `organisation` is undefined where nothing was said of it. */
  private async nameOrganisation(id: string, input: UpdateMeInput): Promise<Naming> {
    const now = requireAccount(await this.people.findAccount(id));
    const before = { organisation: now.organisation, worksFor: now.worksFor?.key ?? null };
    const { country = now.country?.key.slice('country:'.length) ?? null } = input;
    const named = await this.organisations.resolve(input, before, country);
    const isNamed = named.organisation !== before.organisation || input.organisation !== undefined;
    const organisation = isNamed ? named.organisation : undefined;
    return { organisation, worksFor: named.worksFor, isLinkNew: named.worksFor !== before.worksFor };
  }
}

interface Naming {
  organisation: string | undefined;
  worksFor: string | null;
  isLinkNew: boolean;
}

function changedMeanwhile(version: number): DomainError {
  return conflict('identity/profile-changed-meanwhile', { version });
}

type Told = Pick<AccountRow, 'name' | 'locale' | 'bio' | 'organisation' | 'organisationType'>;

function changesOf(before: Told, told: Partial<Told>): ProfileProperties {
  const changes = Object.entries(told).filter(
    ([property, value]) => value !== undefined && value !== before[property as keyof Told],
  );
  const properties: ProfileProperties = Object.fromEntries(changes);
  return properties.name === undefined ? properties : { ...properties, title: properties.name };
}
