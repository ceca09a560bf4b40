import { Command, SubCommand } from 'nest-commander';
import { Operator } from '../operator.js';
import { CommandGroup } from './command-group.js';
import { type CommonOptions, OperatorCommand } from './operator-command.js';

interface User {
  id: string;
  name: string;
  email: string;
  roles: string[];
  isVerified: boolean;
}

interface UserPage {
  users: User[];
  nextCursor: string | null;
}

const PAGE = 100;

@SubCommand({ name: 'list', description: 'List people with their roles' })
export class UserListCommand extends OperatorCommand {
  constructor(operator: Operator) {
    super(operator);
  }

  async run(_arguments: string[], options: CommonOptions): Promise<void> {
    const users: User[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const args = { limit: PAGE, ...(cursor ? { cursor } : {}) };
      const page: UserPage = await this.perform<UserPage>('identity.list-users', args, options);
      users.push(...page.users);
      cursor = page.nextCursor;
    }
    const lines = users.map(
      ({ email, name, roles, isVerified }) =>
        `${email}\t${name}\t${roles.join(', ')}${isVerified ? '' : '\t(address not confirmed)'}`,
    );
    this.print(users, options, lines.join('\n') || 'Nobody has registered yet.');
  }
}

@SubCommand({
  name: 'grant',
  arguments: '<email> <role>',
  description: 'Give a person a role: member, facilitator, reviewer, steward or administrator',
})
export class UserGrantCommand extends OperatorCommand {
  constructor(operator: Operator) {
    super(operator);
  }

  async run([email, role]: string[], options: CommonOptions): Promise<void> {
    const result = await this.perform<unknown>('identity.grant-role', { email, role }, options);
    this.print(result, options, `${email} is ${role} now.`);
  }
}

@Command({
  name: 'user',
  description: 'People and their roles',
  subCommands: [UserListCommand, UserGrantCommand],
})
export class UserCommand extends CommandGroup {}
