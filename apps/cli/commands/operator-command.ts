import { CommandRunner, Option } from 'nest-commander';
import { ProgressLine } from '../../../libs/platform/operations/progress-line.js';
import { Operator } from '../operator.js';

type Command = Parameters<CommandRunner['setCommand']>[0];

export interface CommonOptions {
  json?: boolean;
}

/** A command that starts one operation and shows how it goes. */
export abstract class OperatorCommand extends CommandRunner {
  constructor(private readonly operator: Operator) {
    super();
  }

  override setCommand(command: Command): this {
    // Lets `main.ts` choose the exit code; commander would choose 1.
    return super.setCommand(command.exitOverride());
  }

  @Option({ flags: '--json', description: 'print the result as JSON and no progress' })
  parseJson(): boolean {
    return true;
  }

  protected async perform<Result>(name: string, args: unknown, options: CommonOptions): Promise<Result> {
    const progress = new ProgressLine(options.json ?? false);
    try {
      return (await this.operator.run(name, args, (step) => progress.show(step))) as Result;
    } finally {
      progress.end();
    }
  }

  /** Prints the result: as JSON for programs, in words otherwise. */
  protected print(result: unknown, options: CommonOptions, words: string): void {
    console.log(options.json ? JSON.stringify(result) : words);
  }
}
