import { Command, SubCommand } from 'nest-commander';
import type { DemoRemoval } from '../../../libs/demo/index.js';
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
    const result = await this.perform<DemoRemoval>('demo.remove', {}, options);
    const { removed, additionsOfOthers, kept } = result;
    const lines = [`The demonstration community is gone (${removed} things removed).`];
    if (additionsOfOthers > 0)
      lines.push(`With it went ${additionsOfOthers} things that others had added to it.`);
    if (kept > 0)
      lines.push(`${kept} people and organisations stay, since others have linked something to them.`);
    this.print(result, options, lines.join('\n'));
  }
}

@Command({
  name: 'demo',
  description: 'The demonstration community',
  subCommands: [DemoLoadCommand, DemoRemoveCommand],
})
export class DemoCommand extends CommandGroup {}
