import { Injectable } from '@nestjs/common';
import { Graph } from '../../platform/graph/graph.js';
import { type Job, RecurringJob } from '../../platform/jobs/recurring-job.js';
import { listOutcomesToMail } from '../outcomes.cypher.js';
import { MailOutcome } from './mail-outcome.use-case.js';

const QUARTER_MINUTE = 15_000;

/**
 * Mails the outcomes of dialogues that were closed, and again and again what could not be sent. Not a listener: a mail
 * server takes its time, and the search index would wait behind it.
 */
@Injectable()
@RecurringJob({ name: 'mail-outcomes', every: QUARTER_MINUTE })
export class MailOutcomes implements Job {
  constructor(
    private readonly graph: Graph,
    private readonly mailOutcome: MailOutcome,
  ) {}

  async run(): Promise<void> {
    for (const { id } of await this.graph.read(listOutcomesToMail, {})) await this.mailOutcome.execute(id);
  }
}
