import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Operation, OperatorOperation, type ReportProgress } from '../operations/operation.js';
import { Indexer } from './indexer.js';

@Injectable()
@OperatorOperation({
  name: 'search.reindex',
  summary: 'Build the search index anew',
  args: z.strictObject({}),
})
export class ReindexOperation implements Operation {
  constructor(private readonly indexer: Indexer) {}

  async run(_args: unknown, report: ReportProgress): Promise<{ documents: number }> {
    const documents = await this.indexer.rebuild((done) => report({ step: 'Documents', done }));
    return { documents };
  }
}
