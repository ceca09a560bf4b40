import { Injectable } from '@nestjs/common';
import { Bus } from '../bus/bus.js';
import { Clock } from '../clock/clock.js';
import { Graph } from '../graph/graph.js';
import { Mailer } from '../mail/mailer.js';
import { Indexer } from '../search/indexer.js';
import { SearchIndex } from '../search/search-index.js';

/** What works and what does not, without a word on where or why: that is in the log, and told by `minga doctor`. */
export interface ReadinessReport {
  /** Whether pages can be shown. Without search, or when nothing can be written, they still can. */
  ready: boolean;
  checks: {
    graph: 'up' | 'down';
    /** `down`: everything can be read, nothing can be written. */
    writes: 'up' | 'down';
    disk: 'up' | 'slow';
    search: 'up' | 'rebuilding' | 'down';
    /** Where several processes share one; `down`: others are not heard, so what happens there shows late. */
    bus?: 'up' | 'down';
    /** Where mail goes to a server; `down`: the last one could not be handed on. */
    mail?: 'up' | 'down';
    /** `set-back`: times go on from before, until the clock of the system has caught up. */
    clock: 'up' | 'set-back';
  };
}

/** Asks each engine how it fares. */
@Injectable()
export class Readiness {
  constructor(
    private readonly graph: Graph,
    private readonly search: SearchIndex,
    private readonly indexer: Indexer,
    private readonly clock: Clock,
    private readonly bus: Bus,
    private readonly mailer: Mailer,
  ) {}

  async report(): Promise<ReadinessReport> {
    const [graph, search] = await Promise.all([
      stateOf(() => this.graph.ping()),
      stateOf(() => this.search.count()),
    ]);
    const { writesRefused, slowDiskMs } = this.graph.health();
    return {
      ready: graph === 'up',
      checks: {
        graph,
        writes: graph === 'up' && writesRefused === null ? 'up' : 'down',
        disk: slowDiskMs === null ? 'up' : 'slow',
        search: search === 'up' && this.indexer.isRebuilding ? 'rebuilding' : search,
        ...(this.bus.isShared ? { bus: this.bus.isUp ? 'up' : 'down' } : {}),
        ...(this.mailer.needsServer ? { mail: this.mailer.isUp ? 'up' : 'down' } : {}),
        clock: this.clock.setBackMs > 0 ? 'set-back' : 'up',
      },
    };
  }
}

async function stateOf(ask: () => Promise<unknown>): Promise<'up' | 'down'> {
  return ask().then(
    () => 'up' as const,
    () => 'down' as const,
  );
}
