import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { pageOf, pageQuery } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { accountSchema, publicPersonSchema } from '../account.js';
import { ROLES, type Role } from '../contracts.js';
import { idParams } from '../fields.js';
import { GrantRole } from '../grant-role/grant-role.use-case.js';
import { WithdrawRole } from '../grant-role/withdraw-role.use-case.js';
import { grantRoleRule, listPeopleRule, showPersonRule } from '../identity.access.js';
import { ListPeople } from '../list-people/list-people.use-case.js';
import { ShowPerson } from './show-person.use-case.js';

const listQuery = z.strictObject(pageQuery);
const roleParams = idParams.extend({ role: z.enum(ROLES) });
const rolesSchema = z.strictObject({ id: z.string(), roles: z.array(z.string()) });

interface RoleOfPerson {
  id: string;
  role: Role;
}

@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly showPerson: ShowPerson,
    private readonly listPeople: ListPeople,
    private readonly grantRole: GrantRole,
    private readonly withdrawRole: WithdrawRole,
  ) {}

  @Get()
  @Access(listPeopleRule)
  @Endpoint({
    summary: 'Everyone with their addresses, for administrators',
    query: listQuery,
    response: pageOf(accountSchema),
    refusals: [401, 403],
  })
  list(@CurrentActor() actor: Actor, @Query() query: z.infer<typeof listQuery>) {
    return this.listPeople.execute(actor, query);
  }

  @Get(':id')
  @Access(showPersonRule)
  @Endpoint({ summary: 'A person', params: idParams, response: publicPersonSchema, refusals: [404] })
  show(@CurrentActor() actor: Actor, @Param() { id }: { id: string }) {
    return this.showPerson.execute(actor, id);
  }

  @Put(':id/roles/:role')
  @Access(grantRoleRule)
  @RateLimit('write')
  @Endpoint({
    summary: 'Give a person a role',
    params: roleParams,
    response: rolesSchema,
    refusals: [401, 403, 404],
  })
  grant(@CurrentActor() actor: Actor, @Param() { id, role }: RoleOfPerson) {
    return this.grantRole.execute(actor, id, role);
  }

  @Delete(':id/roles/:role')
  @Access(grantRoleRule)
  @RateLimit('write')
  @Endpoint({
    summary: 'Withdraw a role',
    params: roleParams,
    response: rolesSchema,
    refusals: [401, 403, 404, 409],
  })
  withdraw(@CurrentActor() actor: Actor, @Param() { id, role }: RoleOfPerson) {
    return this.withdrawRole.execute(actor, id, role);
  }
}
