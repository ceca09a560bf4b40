import { Body, Controller, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { reportOnCommitment } from '../commitments.access.js';
import {
  type CommitmentDetailView,
  commitmentDetailView,
  commitmentParams,
  reportOnCommitmentBody,
} from '../commitments.schemas.js';
import { ShowCommitment } from '../show-commitment/show-commitment.use-case.js';
import { ReportOnCommitment, type ReportOnCommitmentInput } from './report-on-commitment.use-case.js';

@Controller('api/v1/commitments')
export class ReportOnCommitmentController {
  constructor(
    private readonly reportOnCommitment: ReportOnCommitment,
    private readonly showCommitment: ShowCommitment,
  ) {}

  @Post(':id/reports')
  @Access(reportOnCommitment)
  @RateLimit('write')
  @Endpoint({
    summary: 'Say what came of a commitment',
    params: commitmentParams,
    body: reportOnCommitmentBody,
    response: commitmentDetailView,
    status: 201,
    refusals: [404, 409],
  })
  async report(
    @Param('id') id: string,
    @Body() body: ReportOnCommitmentInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommitmentDetailView> {
    await this.reportOnCommitment.execute(actor, id, body);
    return this.showCommitment.execute(actor, id);
  }
}
