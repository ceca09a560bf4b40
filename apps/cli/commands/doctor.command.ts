import { Command } from 'nest-commander';
import { IncompleteWork } from '../exit-codes.js';
import { Operator } from '../operator.js';
import { type CommonOptions, OperatorCommand } from './operator-command.js';

interface Finding {
  check: string;
  ok: boolean;
  detail: string;
}

@Command({ name: 'doctor', description: 'Check engines, events and the search index against the graph' })
export class DoctorCommand extends OperatorCommand {
  constructor(operator: Operator) {
    super(operator);
  }

  async run(_arguments: string[], options: CommonOptions): Promise<void> {
    const { findings } = await this.perform<{ findings: Finding[] }>('platform.doctor', {}, options);
    const lines = findings.map(({ check, ok, detail }) => `${ok ? 'ok  ' : 'BAD '} ${check}: ${detail}`);
    this.print(findings, options, lines.join('\n'));
    if (findings.some((finding) => !finding.ok)) throw new IncompleteWork('Something needs attention.');
  }
}
