import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Graph } from '../../platform/graph/graph.js';
import type { Role } from '../contracts.js';
import { grantRoleRule } from '../identity.access.js';
import { RoleChanges, type RolesOfPerson } from './role-changes.js';

@Injectable()
export class WithdrawRole {
  constructor(
    private readonly graph: Graph,
    private readonly changes: RoleChanges,
  ) {}

  /** See {@link RoleChanges.withdraw} for refusals. */
  async execute(actor: Actor, personId: string, role: Role): Promise<RolesOfPerson> {
    requireAccess(grantRoleRule, actor, undefined);
    return this.graph.write((tx) => this.changes.withdraw(tx, actor, personId, role));
  }
}
