import { Command, Option, SubCommand } from 'nest-commander';
import { IncompleteWork } from '../exit-codes.js';
import { Operator } from '../operator.js';
import { CommandGroup } from './command-group.js';
import { type CommonOptions, OperatorCommand } from './operator-command.js';

interface Verification {
  head: { seq: number; hash: string };
  broken: { seq: number; reason: keyof typeof REASONS } | null;
}

interface VerifyOptions extends CommonOptions {
  witness?: string;
}

const REASONS = {
  missing: 'it is gone',
  changed: 'its text was changed',
  unlinked: 'it does not follow the entry before it, which was written anew',
  cut: 'the log ends elsewhere than it should',
  'not-as-witnessed': 'it is another than was witnessed',
};

@SubCommand({ name: 'verify', description: 'Check that the audit log is as it was written' })
export class AuditVerifyCommand extends OperatorCommand {
  constructor(operator: Operator) {
    super(operator);
  }

  @Option({
    flags: '--witness <seq:hash>',
    description: 'an end of the log noted earlier, which must be in it',
  })
  parseWitness(value: string): string {
    return value;
  }

  async run(_arguments: string[], options: VerifyOptions): Promise<void> {
    const { witness } = options;
    const result = await this.perform<Verification>('audit.verify', witness ? { witness } : {}, options);
    const { head, broken } = result;
    const words = broken
      ? `BROKEN at entry ${broken.seq}: ${REASONS[broken.reason]}.`
      : `${head.seq} entries, all as they were written. Note elsewhere: ${head.seq}:${head.hash}`;
    this.print(result, options, words);
    if (broken) throw new IncompleteWork('The audit log is not as it was written.');
  }
}

@Command({ name: 'audit', description: 'The log of rights and edits', subCommands: [AuditVerifyCommand] })
export class AuditCommand extends CommandGroup {}
