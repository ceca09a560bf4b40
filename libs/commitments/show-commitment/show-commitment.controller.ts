import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readCommitments } from '../commitments.access.js';
import { type CommitmentDetailView, commitmentDetailView, commitmentParams } from '../commitments.schemas.js';
import { ShowCommitment } from './show-commitment.use-case.js';

@Controller('api/v1/commitments')
export class ShowCommitmentController {
  constructor(private readonly showCommitment: ShowCommitment) {}

  @Get(':id')
  @Access(readCommitments)
  @Endpoint({
    summary: 'A commitment with the reports on it',
    params: commitmentParams,
    response: commitmentDetailView,
    refusals: [404],
  })
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CommitmentDetailView> {
    return this.showCommitment.execute(actor, id);
  }
}
