import { Injectable, Logger } from '@nestjs/common';
import { type Job, RecurringJob } from '../jobs/recurring-job.js';
import { Indexer } from './indexer.js';
import { SearchIndex } from './search-index.js';

/**
 * Looks whether the index is still there, and makes it anew from the graph where it is not. An engine that is away is
 * looked at again when it is back.
 */
@Injectable()
@RecurringJob({ name: 'keep-the-search-index', every: 5_000 })
export class IndexKeeper implements Job {
  private readonly logger = new Logger('search');

  constructor(
    private readonly index: SearchIndex,
    private readonly indexer: Indexer,
  ) {}

  async run(): Promise<void> {
    if (this.indexer.isRebuilding || !(await this.index.answers())) return;
    if (!(await this.index.isSound().catch(() => false))) {
      this.logger.error('the search index is damaged or gone, and is made anew');
      await this.index.recreate();
    }
    if (this.indexer.isNeeded) this.indexer.inBackground(this.indexer.fill());
  }
}
