import { Injectable } from '@nestjs/common';
import { AccessEndings } from '../../platform/access/access-endings.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { personKey } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { disableAccountRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';

/** Signs a person out everywhere, for example when a device was lost; they may sign in again. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly endings: AccessEndings,
    private readonly audit: AuditLog,
  ) {}

  /** @throws {DomainError} `platform/not-found` */
  async execute(actor: Actor, id: string): Promise<{ id: string; ended: number }> {
    requireAccess(disableAccountRule, actor, undefined);
    return this.graph.write(async (tx) => {
      if (!(await this.people.findStanding(tx, id))) throw notFound('person');
      const ended = await this.credentials.deleteSessionsOf(tx, id);
      await this.audit.record(tx, actor, {
        action: 'identity.sessions-ended',
        targetKey: personKey(id),
        data: { sessionsEnded: ended },
      });
      tx.afterCommit(() => this.endings.announce({ personId: id }));
      return { id, ended };
    });
  }
}
