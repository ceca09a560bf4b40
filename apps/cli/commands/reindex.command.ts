import { Command } from 'nest-commander';
import { Operator } from '../operator.js';
import { type CommonOptions, OperatorCommand } from './operator-command.js';

@Command({
  name: 'reindex',
  description: 'Build the search index anew from the graph, while everything goes on',
})
export class ReindexCommand extends OperatorCommand {
  constructor(operator: Operator) {
    super(operator);
  }

  async run(_arguments: string[], options: CommonOptions): Promise<void> {
    const result = await this.perform<{ documents: number }>('search.reindex', {}, options);
    this.print(result, options, `The search index holds ${result.documents} documents.`);
  }
}
