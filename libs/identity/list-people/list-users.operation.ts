import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SYSTEM } from '../../platform/access/actor.js';
import { type Operation, OperatorOperation } from '../../platform/operations/operation.js';
import { ListPeople } from './list-people.use-case.js';

const args = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

@Injectable()
@OperatorOperation({ name: 'identity.list-users', summary: 'List people, the newest first', args })
export class ListUsersOperation implements Operation {
  constructor(private readonly listPeople: ListPeople) {}

  async run(page: z.infer<typeof args>) {
    const { items, nextCursor } = await this.listPeople.execute(SYSTEM, page);
    const users = items.map(({ id, name, email, roles, isVerified, createdAt }) => {
      return { id, name, email, roles, isVerified, createdAt };
    });
    return { users, nextCursor };
  }
}
