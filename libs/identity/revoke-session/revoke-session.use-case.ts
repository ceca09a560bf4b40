import { Injectable } from '@nestjs/common';
import { AccessEndings } from '../../platform/access/access-endings.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { personKey } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { asPerson, changeMeRule } from '../identity.access.js';

@Injectable()
export class RevokeSession {
  constructor(
    private readonly graph: Graph,
    private readonly credentials: CredentialsRepository,
    private readonly endings: AccessEndings,
    private readonly audit: AuditLog,
  ) {}

  /** @throws {DomainError} `platform/not-found` when the person has no such session */
  async execute(actor: Actor, sessionId: string): Promise<void> {
    requireAccess(changeMeRule, actor, undefined);
    const { id } = asPerson(actor);
    await this.graph.write(async (tx) => {
      if (!(await this.credentials.deleteSession(tx, id, sessionId))) throw notFound('session');
      const act = { action: 'identity.session-revoked', targetKey: personKey(id), data: { sessionId } };
      await this.audit.record(tx, actor, act);
      tx.afterCommit(() => this.endings.announce({ personId: id, sessionId }));
    });
  }
}
