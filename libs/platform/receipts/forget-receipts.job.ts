import { Injectable } from '@nestjs/common';
import { Graph } from '../graph/graph.js';
import { type Job, RecurringJob } from '../jobs/recurring-job.js';
import { forgetReceipts } from './receipts.cypher.js';

const HOUR = 3_600_000;
/** As long as a browser keeps what could not be sent (`drafts.ts`), and a little longer. */
const KEPT_FOR_MS = 62 * 24 * HOUR;
const AT_ONCE = 1000;

/** Receipts are for what comes again soon; old ones go. */
@Injectable()
@RecurringJob({ name: 'forget-receipts', every: HOUR })
export class ForgetReceipts implements Job {
  constructor(private readonly graph: Graph) {}

  async run(now: Date): Promise<void> {
    const before = new Date(now.getTime() - KEPT_FOR_MS).toISOString();
    for (;;) {
      const [row] = await this.graph.write((tx) => tx.run(forgetReceipts, { before, limit: AT_ONCE }));
      if ((row?.forgotten ?? 0) < AT_ONCE) return;
    }
  }
}
