import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { Public } from '../access/access-rule.js';
import { Config } from '../config/config.js';
import { notFound } from '../errors/domain-error.js';
import { Readiness, type ReadinessReport } from '../operations/readiness.js';
import type { HttpReply, HttpRequest } from './http-request.js';
import { Metrics } from './metrics.js';
import { mayReadMetrics } from './metrics-reader.js';

const ENGINES = ['graph', 'writes', 'search', 'bus', 'mail'] as const;

@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  /** The process answers. */
  @Get('healthz')
  @Public({ anonymous: true })
  alive(): { alive: true } {
    return { alive: true };
  }

  /** 503 when the process cannot even show what is there; what else is amiss only shows. */
  @Get('readyz')
  @Public({ anonymous: true })
  async ready(@Res({ passthrough: true }) reply: HttpReply): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    if (!report.ready) reply.status(503).header('retry-after', '5');
    return report;
  }

  /** For whoever watches over the instance; to anyone else it is not there. */
  @Get('metrics')
  @Public({ anonymous: true })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async measured(@Req() request: HttpRequest): Promise<string> {
    if (!mayReadMetrics(request, this.config.settings.METRICS_TOKEN)) throw notFound();
    const { checks } = await this.readiness.report();
    for (const engine of ENGINES) this.metrics.engineIs(engine, checks[engine] !== 'down');
    return this.metrics.registry.metrics();
  }
}
