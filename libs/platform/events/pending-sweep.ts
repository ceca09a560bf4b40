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

/** How many sweeps to wait until the next attempt, and after that. */
interface Turn {
  left: number;
  pause: number;
}

/**
 * Delivers events that lie about: their listeners gave up on them, or nobody learnt that they were kept after all,
 * because the disk, the graph or the process went away in between. What was pending one sweep ago is left over. One
 * is tried at each sweep, whatever the others wait for: when it succeeds, what was in the way is over, and all are
 * delivered at once.
 */
@Injectable()
@RecurringJob({ name: 'deliver-what-was-left', every: EVERY_MS })
export class PendingSweep implements Job {
  private waiting = new Map<string, Turn>();
  /** What the last sweep tried. */
  private tried: string[] = [];

  constructor(
    private readonly graph: Graph,
    private readonly reader: EventReader,
    private readonly dispatcher: EventDispatcher,
  ) {}

  async run(): Promise<void> {
    const rows = await this.graph.read(listPendingEvents, { limit: MOST_AT_ONCE });
    const pending = rows.map(eventKey);
    const isOver =
      this.tried.some((key) => !pending.includes(key)) && pending.some((key) => this.waiting.has(key));
    if (isOver) {
      this.waiting.clear();
      this.tried = [];
      await this.dispatcher.recover();
      return;
    }
    this.tried = this.due(pending);
    if (this.tried.length === 0) return;
    for (const event of await this.reader.listByKey(this.tried)) this.dispatcher.dispatch(event);
  }

  /** Those whose turn it is, or else the one whose turn is next. Those seen for the first time wait for one sweep. */
  private due(pending: string[]): string[] {
    const before = this.waiting;
    const seenBefore = pending.filter((key) => before.has(key));
    this.waiting = new Map(pending.map((key) => [key, before.get(key) ?? { left: 1, pause: 1 }]));
    for (const key of seenBefore) this.waiting.get(key)!.left--;
    const soonest = Math.min(...seenBefore.map((key) => this.waiting.get(key)!.left));
    const due = seenBefore.filter((key) => this.waiting.get(key)!.left <= 0);
    const tried =
      due.length > 0 ? due : seenBefore.filter((key) => this.waiting.get(key)!.left === soonest).slice(0, 1);
    for (const key of tried) {
      const turn = this.waiting.get(key)!;
      turn.pause = Math.min(turn.pause * 2, LONGEST_PAUSE);
      turn.left = turn.pause;
    }
    return tried;
  }
}
