import { Command, CommandRunner } from 'nest-commander';
import { Operator } from '../operator.js';
import { type CommonOptions, OperatorCommand } from './operator-command.js';

interface UserLine {
  id: string;
  name: string;
  email: string;
  roles: string[];
  verified: boolean;
}

@Command({ name: 'list', description: 'List people with their roles' })
export class UserListCommand extends OperatorCommand {
  constructor(operator: Operator) {
    super(operator);
  }

  async run(_arguments: string[], options: CommonOptions): Promise<void> {
    const { people } = await this.perform<{ people: UserLine[] }>('identity.list-users', {}, options);
    const lines = people.map(
      ({ email, name, roles, verified }) =>
        `${email}\t${name}\t${roles.join(', ')}${verified ? '' : '\t(not verified)'}`,
    );
    this.print(people, options, lines.join('\n') || 'Nobody has registered yet.');
  }
}

@Command({
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
export class UserCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
