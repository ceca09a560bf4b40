import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Graph } from '../../libs/platform/graph/graph.js';
import { Metrics } from '../../libs/platform/http/metrics.js';
import type { TestServer } from '../api/test-server.js';

const REQUEST_STARTS = 'http.server.request.start';

/** What one request asks of the graph. */
interface Work {
  queries: string[];
  writes: number;
}

/** Notes which queries a request sends to the graph; those of jobs and listeners are not its own. */
export class GraphWatch {
  private readonly context = new AsyncLocalStorage<Work>();
  private readonly underWay = new Set<Promise<unknown>>();
  private last: Work = { queries: [], writes: 0 };

  constructor({ app }: TestServer) {
    subscribe(REQUEST_STARTS, this.begin);
    const metrics = app.get(Metrics);
    const measure = metrics.queryRan.bind(metrics);
    metrics.queryRan = (name, seconds) => {
      this.context.getStore()?.queries.push(name);
      measure(name, seconds);
    };
    const graph = app.get(Graph);
    const read = graph.read.bind(graph);
    graph.read = (query, params) => this.follow(read(query, params));
    const write = graph.write.bind(graph);
    graph.write = (work) => {
      const asking = this.context.getStore();
      if (asking) asking.writes++;
      return this.follow(write(work));
    };
  }

  /** The names of the queries of the last request, sorted. Waits for those that its answer did not wait for. */
  async queriesOfLastRequest(): Promise<string[]> {
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
    return [...this.last.queries].sort();
  }

  /** How often the last request began to write, also after its answer. */
  async writesOfLastRequest(): Promise<number> {
    await this.queriesOfLastRequest();
    return this.last.writes;
  }

  stop(): void {
    unsubscribe(REQUEST_STARTS, this.begin);
  }

  private readonly begin = (): void => {
    this.last = { queries: [], writes: 0 };
    this.context.enterWith(this.last);
  };

  private follow<Result>(reading: Promise<Result>): Promise<Result> {
    const followed = reading.finally(() => this.underWay.delete(followed));
    this.underWay.add(followed);
    return followed;
  }
}
