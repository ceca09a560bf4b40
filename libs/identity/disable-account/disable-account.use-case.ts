import { Injectable } from '@nestjs/common';
import { AccessEndings } from '../../platform/access/access-endings.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { conflict, notFound } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { personKey } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { disableAccountRule } from '../identity.access.js';
import { IdentityRepository, type Standing } from '../identity.repository.js';

export interface AccountState {
  id: string;
  isDisabled: boolean;
}

/** Keeps a person out until their account is enabled again. What they wrote stays, with their name. */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly endings: AccessEndings,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends every session, and withdraws tokens and links for good. Asking twice changes nothing more.
   * @throws {DomainError} `platform/not-found`, `identity/own-account`, `identity/last-administrator`
   */
  async disable(actor: Actor, id: string): Promise<AccountState> {
    requireAccess(disableAccountRule, actor, undefined);
    if (actor.id === id) throw conflict('identity/own-account');
    await this.graph.write(async (tx) => {
      const standing = await this.standingOf(tx, id);
      if (standing.disabledAt !== null) return;
      await this.people.setStanding(tx, id, { ...standing, disabledAt: this.clock.iso() });
      // Two who disable each other at once must not leave the place to nobody.
      if ((await this.people.countAdministrators(tx)) === 0) throw conflict('identity/last-administrator');
      const sessionsEnded = await this.credentials.deleteSessionsOf(tx, id);
      const tokensRevoked = await this.credentials.deleteApiTokensOf(tx, id);
      await this.credentials.deleteResetLinksOf(tx, id);
      const event = { room: personKey(id), type: 'identity.account-disabled', data: { id } } as const;
      await this.events.append(tx, event, { actor, data: { sessionsEnded, tokensRevoked } });
      tx.afterCommit(() => this.endings.announce({ personId: id }));
    });
    return { id, isDisabled: true };
  }

  /**
   * Lets the person sign in again; tokens they make anew.
   * @throws {DomainError} `platform/not-found`
   */
  async enable(actor: Actor, id: string): Promise<AccountState> {
    requireAccess(disableAccountRule, actor, undefined);
    await this.graph.write(async (tx) => {
      const standing = await this.standingOf(tx, id);
      if (standing.disabledAt === null) return;
      await this.people.setStanding(tx, id, { ...standing, disabledAt: null });
      const event = { room: personKey(id), type: 'identity.account-enabled', data: { id } } as const;
      await this.events.append(tx, event, { actor });
    });
    return { id, isDisabled: false };
  }

  private async standingOf(tx: GraphTransaction, id: string): Promise<Standing> {
    const standing = await this.people.findStanding(tx, id);
    if (!standing) throw notFound('person');
    return standing;
  }
}
