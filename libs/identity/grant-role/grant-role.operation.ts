import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SYSTEM } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { type Operation, OperatorOperation } from '../../platform/operations/operation.js';
import { ROLES } from '../contracts.js';
import { IdentityRepository } from '../identity.repository.js';
import { emailField } from '../rules/email.js';
import { GrantRole } from './grant-role.use-case.js';

const args = z.strictObject({ email: emailField, role: z.enum(ROLES) });

@Injectable()
@OperatorOperation({ name: 'identity.grant-role', summary: 'Give a person a role', args })
export class GrantRoleOperation implements Operation {
  constructor(
    private readonly people: IdentityRepository,
    private readonly grantRole: GrantRole,
  ) {}

  async run({ email, role }: z.infer<typeof args>) {
    const person = await this.people.findCredentials(email);
    if (!person) throw notFound('person');
    const { roles } = await this.grantRole.execute(SYSTEM, person.id, role);
    return { email: person.email, name: person.name, roles };
  }
}
