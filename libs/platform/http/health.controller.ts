import { Controller, Get, Header, Res } from '@nestjs/common';
import { Public } from '../access/access-rule.js';
import { Readiness, type ReadinessReport } from '../operations/readiness.js';
import type { HttpReply } from './http-request.js';
import { Metrics } from './metrics.js';

@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('healthz')
  @Public()
  alive(): { alive: true } {
    return { alive: true };
  }

  /** 503 when the process cannot even show what is there; what else is amiss only shows. */
  @Get('readyz')
  @Public()
  async ready(@Res({ passthrough: true }) reply: HttpReply): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    if (!report.ready) reply.status(503).header('retry-after', '5');
    return report;
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  measured(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
