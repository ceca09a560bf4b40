import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Graph, type SchemaIndex, uniqueIndex } from './graph.js';
import { endTurn, takeTurn } from './turns.cypher.js';

/** Changes of the schema and of reference data. */
export const START_TURN = 'start';

/** What {@link Turns} stands on. */
export const TURN_INDEX: SchemaIndex = uniqueIndex('Turn', 'name');

const LEASE_MS = 30_000;
const RENEW_MS = 8_000;
const ASK_AGAIN_MS = 250;

/**
 * Work that only one of the processes on a shared graph may do at a time. A turn is a lease: whoever dies with it loses
 * it within half a minute, by the clocks of the machines, which should agree to a few seconds. On a graph of this
 * process alone there is nobody to wait for.
 */
export class Turns {
  private readonly holder = randomUUID();

  constructor(private readonly graph: Graph) {}

  /** Waits for the turn of that name, works, and passes it on. Do not take the same one within it. */
  async take<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    if (!this.graph.isShared) return work();
    while (!(await this.ask(name))) await sleep(ASK_AGAIN_MS);
    // A turn that cannot be renewed because the graph is away is one that nobody else can take either.
    const renewing = setInterval(() => void this.ask(name).catch(() => undefined), RENEW_MS);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      await this.end(name).catch(() => undefined);
    }
  }

  private async ask(name: string): Promise<boolean> {
    const now = Date.now();
    const until = new Date(now + LEASE_MS).toISOString();
    const asked = { name, holder: this.holder, now: new Date(now).toISOString(), until };
    return (await this.graph.write((tx) => tx.run(takeTurn, asked))).length > 0;
  }

  private async end(name: string): Promise<void> {
    await this.graph.write((tx) => tx.run(endTurn, { name, holder: this.holder }));
  }
}
