import { CommandRunner } from 'nest-commander';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** A command that only holds others: alone it says which, and that one of them was meant. */
export abstract class CommandGroup extends CommandRunner {
  override setCommand(command: Command): this {
    // Lets `main.ts` choose the exit code; commander would choose 1.
    return super.setCommand(command.exitOverride());
  }

  async run(): Promise<void> {
    this.command.help({ error: true });
  }
}
