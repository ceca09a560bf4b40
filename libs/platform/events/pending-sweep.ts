import { Injectable } from '@nestjs/common';
import { Graph } from '../graph/graph.js';
import { type Job, RecurringJob } from '../jobs/recurring-job.js';
import { EventDispatcher } from './event-dispatcher.js';
import { EventReader } from './event-reader.js';
import { eventKey } from './event-row.js';
import { listPendingEvents } from './events.cypher.js';

const EVERY_MS = 10_000;
const MOST_AT_ONCE = 500;
/** An event that fails again and again is tried after 1, 2, 4 … sweeps, up to this many. */
const LONGEST_PAUSE = 64;

/**
 * Delivers events that lie about: their listeners gave up on them, or nobody learnt that they were kept after all,
 * because the disk, the graph or the process went away in between. What was pending one sweep ago is left over.
 */
@Injectable()
@RecurringJob({ name: 'deliver-what-was-left', every: EVERY_MS })
export class PendingSweep implements Job {
  /** By key of the event: how many sweeps have seen it, and how many to wait. */
  private seen = new Map<string, { pause: number; left: number }>();

  constructor(
    private readonly graph: Graph,
    private readonly reader: EventReader,
    private readonly dispatcher: EventDispatcher,
  ) {}

  async run(): Promise<void> {
    const rows = await this.graph.read(listPendingEvents, { limit: MOST_AT_ONCE });
    const leftOver: string[] = [];
    const before = this.seen;
    this.seen = new Map();
    for (const row of rows) {
      const key = eventKey(row);
      const known = before.get(key);
      const left = known ? known.left - 1 : 0;
      if (known && left <= 0) leftOver.push(key);
      const pause = known && left <= 0 ? Math.min(known.pause * 2, LONGEST_PAUSE) : (known?.pause ?? 1);
      this.seen.set(key, { pause, left: left > 0 ? left : pause });
    }
    if (leftOver.length === 0) return;
    for (const event of await this.reader.listByKey(leftOver)) this.dispatcher.dispatch(event);
  }
}
