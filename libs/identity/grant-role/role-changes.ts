import { Injectable } from '@nestjs/common';
import { AccessEndings } from '../../platform/access/access-endings.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { conflict, notFound } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { personKey, type Role } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository, type Standing } from '../identity.repository.js';

export interface RolesOfPerson {
  id: string;
  roles: string[];
}

/** Changes the roles of a person within a transaction; asking twice changes nothing more. */
@Injectable()
export class RoleChanges {
  constructor(
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly events: EventLog,
    private readonly endings: AccessEndings,
    private readonly audit: AuditLog,
  ) {}

  /** @throws {DomainError} `platform/not-found` */
  async grant(tx: GraphTransaction, actor: Actor, id: string, role: Role): Promise<RolesOfPerson> {
    const standing = await this.standingOf(tx, id);
    if (standing.roles.includes(role)) return { id, roles: standing.roles };
    const data = { id, roles: [...standing.roles, role] };
    await this.people.setStanding(tx, id, { ...standing, roles: data.roles });
    // The link of the first start has served its purpose once there is an administrator.
    if (role === 'administrator') await this.credentials.deleteAdministratorLinks(tx);
    await this.events.append(tx, { room: personKey(id), type: 'identity.role-granted', data });
    await this.followUp(tx, actor, { action: 'identity.role-granted', id, role });
    return data;
  }

  /** @throws {DomainError} `platform/not-found`, `identity/last-administrator`, `identity/member-role-stays` */
  async withdraw(tx: GraphTransaction, actor: Actor, id: string, role: Role): Promise<RolesOfPerson> {
    const standing = await this.standingOf(tx, id);
    if (role === 'member') throw conflict('identity/member-role-stays');
    if (!standing.roles.includes(role)) return { id, roles: standing.roles };
    const data = { id, roles: standing.roles.filter((other) => other !== role) };
    await this.people.setStanding(tx, id, { ...standing, roles: data.roles });
    if (role === 'administrator' && (await this.people.countAdministrators(tx)) === 0) {
      throw conflict('identity/last-administrator');
    }
    await this.events.append(tx, { room: personKey(id), type: 'identity.role-withdrawn', data });
    await this.followUp(tx, actor, { action: 'identity.role-withdrawn', id, role });
    return data;
  }

  /** Sockets that were let in under the former roles are cut, and come back under the new ones. */
  private async followUp(
    tx: GraphTransaction,
    actor: Actor,
    { action, id, role }: { action: string; id: string; role: Role },
  ): Promise<void> {
    await this.audit.record(tx, actor, { action, targetKey: personKey(id), data: { role } });
    tx.afterCommit(() => this.endings.announce({ personId: id }));
  }

  private async standingOf(tx: GraphTransaction, id: string): Promise<Standing> {
    const standing = await this.people.findStanding(tx, id);
    if (!standing) throw notFound('person');
    return standing;
  }
}
