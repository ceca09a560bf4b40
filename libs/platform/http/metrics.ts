import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` tells: the process, each query by name, each route by pattern. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly queries = new Histogram({
    name: 'minga_graph_query_seconds',
    help: 'Time of a graph query, by its name',
    labelNames: ['query'],
    buckets: [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.2, 1],
    registers: [this.registry],
  });

  private readonly requests = new Histogram({
    name: 'minga_http_request_seconds',
    help: 'Time of an HTTP request, by route and status class',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.05, 0.2, 1, 5],
    registers: [this.registry],
  });

  private readonly engines = new Gauge({
    name: 'minga_engine_up',
    help: '1 while the engine answers, 0 while it does not: graph, writes, search, bus, mail',
    labelNames: ['engine'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  engineIs(engine: string, up: boolean): void {
    this.engines.set({ engine }, up ? 1 : 0);
  }

  queryRan(name: string, seconds: number): void {
    this.queries.observe({ query: name }, seconds);
  }

  requestServed(route: string, status: number, seconds: number): void {
    this.requests.observe({ route, status: `${Math.floor(status / 100)}xx` }, seconds);
  }
}
