import { Injectable } from '@nestjs/common';
import { Graph } from '../../platform/graph/graph.js';
import { type Job, RecurringJob } from '../../platform/jobs/recurring-job.js';
import { forgetFormDrafts } from './form-drafts.cypher.js';

const HOUR = 3_600_000;
const KEPT_FOR_MS = 30 * 24 * HOUR;
const AT_ONCE = 500;

/** What nobody came back to goes. */
@Injectable()
@RecurringJob({ name: 'forget-form-drafts', every: HOUR })
export class ForgetFormDrafts implements Job {
  constructor(private readonly graph: Graph) {}

  async run(now: Date): Promise<void> {
    const before = new Date(now.getTime() - KEPT_FOR_MS).toISOString();
    for (;;) {
      const [row] = await this.graph.write((tx) => tx.run(forgetFormDrafts, { before, limit: AT_ONCE }));
      if ((row?.forgotten ?? 0) < AT_ONCE) return;
    }
  }
}
