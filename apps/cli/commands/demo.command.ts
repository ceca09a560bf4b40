import { Command, SubCommand } from 'nest-commander';
import { Operator } from '../operator.js';
import { CommandGroup } from './command-group.js';
import { type CommonOptions, OperatorCommand } from './operator-command.js';

@SubCommand({ name: 'load', description: 'Load the demonstration community' })
export class DemoLoadCommand extends OperatorCommand {
  constructor(operator: Operator) {
    super(operator);
  }

  async run(_arguments: string[], options: CommonOptions): Promise<void> {
    const result = await this.perform<{ loaded: number }>('demo.load', {}, options);
    this.print(result, options, `The demonstration community is there (${result.loaded} things added).`);
  }
}

@SubCommand({ name: 'remove', description: 'Remove the demonstration community, and nothing else' })
export class DemoRemoveCommand extends OperatorCommand {
  constructor(operator: Operator) {
    super(operator);
  }

  async run(_arguments: string[], options: CommonOptions): Promise<void> {
    const result = await this.perform<{ removed: number }>('demo.remove', {}, options);
    this.print(result, options, `The demonstration community is gone (${result.removed} things removed).`);
  }
}

@Command({
  name: 'demo',
  description: 'The demonstration community',
  subCommands: [DemoLoadCommand, DemoRemoveCommand],
})
export class DemoCommand extends CommandGroup {}
