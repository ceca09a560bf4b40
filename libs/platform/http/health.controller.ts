import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../access/access-rule.js';
import { unavailable } from '../errors/domain-error.js';
import { Graph } from '../graph/graph.js';
import { SearchIndex } from '../search/search-index.js';
import { Metrics } from './metrics.js';

interface Readiness {
  ready: true;
  checks: { graph: 'up'; search: 'up' | 'down' };
}

@Controller()
export class HealthController {
  constructor(
    private readonly graph: Graph,
    private readonly search: SearchIndex,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('healthz')
  @Public()
  alive(): { alive: true } {
    return { alive: true };
  }

  /** The process can do its work. Without its search index it still serves everything else, so that only shows. */
  @Get('readyz')
  @Public()
  async ready(): Promise<Readiness> {
    await this.graph.ping().catch((error: unknown) => {
      throw unavailable('graph/unavailable', error);
    });
    const search = await this.search.count().then(
      () => 'up' as const,
      () => 'down' as const,
    );
    return { ready: true, checks: { graph: 'up', search } };
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  measured(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
