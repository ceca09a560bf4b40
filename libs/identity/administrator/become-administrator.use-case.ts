import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository, type OpenedSession } from '../credentials.repository.js';
import { RoleChanges, type RolesOfPerson } from '../grant-role/role-changes.js';
import { asPerson, becomeAdministratorRule } from '../identity.access.js';

/** A signed-in person opens the link of the first start. More rights need a new session: the old one ends. */
@Injectable()
export class BecomeAdministrator {
  constructor(
    private readonly graph: Graph,
    private readonly credentials: CredentialsRepository,
    private readonly changes: RoleChanges,
  ) {}

  /** @throws {DomainError} `identity/link-not-valid` for a link that is unknown, used or too old */
  async execute(
    actor: Actor,
    token: string,
    userAgent: string,
  ): Promise<RolesOfPerson & { session: OpenedSession }> {
    requireAccess(becomeAdministratorRule, actor, undefined);
    const { id } = asPerson(actor);
    const link = await this.credentials.findValidLink(token, 'become-administrator');
    if (!link) throw invalid('identity/link-not-valid');
    return this.graph.write(async (tx) => {
      if (!(await this.credentials.consumeLink(tx, link.tokenHash))) throw invalid('identity/link-not-valid');
      const roles = await this.changes.grant(tx, actor, id, 'administrator');
      if (actor.sessionId) await this.credentials.deleteSession(tx, id, actor.sessionId);
      return { ...roles, session: await this.credentials.openSession(tx, id, userAgent) };
    });
  }
}
