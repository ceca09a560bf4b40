import { Logger } from '@nestjs/common';
import {
  type CypherQuery,
  Graph,
  type GraphHealth,
  type GraphParams,
  type GraphTransaction,
  type QueryPlan,
  type SchemaIndex,
} from './graph.js';

const SLOW_SECONDS = 0.1;

/** Times every query by its name, and logs the slow ones: the query log. Parameters are not logged. */
export class MeasuredGraph extends Graph {
  private readonly logger = new Logger('graph');

  constructor(
    private readonly engine: Graph,
    private readonly onQuery: (name: string, seconds: number) => void,
  ) {
    super();
  }

  get isShared(): boolean {
    return this.engine.isShared;
  }

  read<Params extends GraphParams, Row>(query: CypherQuery<Params, Row>, params: Params): Promise<Row[]> {
    return this.timed(query.name, () => this.engine.read(query, params));
  }

  write<Result>(work: (tx: GraphTransaction) => Promise<Result>): Promise<Result> {
    return this.engine.write((tx) =>
      work({
        run: (query, params) => this.timed(query.name, () => tx.run(query, params)),
        afterCommit: (callback) => tx.afterCommit(callback),
      }),
    );
  }

  ensureIndex(index: SchemaIndex): Promise<void> {
    return this.engine.ensureIndex(index);
  }

  plan<Params extends GraphParams, Row>(query: CypherQuery<Params, Row>, params: Params): Promise<QueryPlan> {
    return this.engine.plan(query, params);
  }

  health(): GraphHealth {
    return this.engine.health();
  }

  ping(): Promise<void> {
    return this.engine.ping();
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  private async timed<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    try {
      return await run();
    } finally {
      const seconds = (performance.now() - start) / 1000;
      this.onQuery(name, seconds);
      if (seconds > SLOW_SECONDS) this.logger.warn(`slow query ${name}: ${Math.round(seconds * 1000)} ms`);
    }
  }
}
