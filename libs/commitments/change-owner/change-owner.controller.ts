import { Body, Controller, Param, Put } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { changeOwner } from '../commitments.access.js';
import {
  type ChangeOwnerInput,
  type CommitmentDetailView,
  changeOwnerBody,
  commitmentDetailView,
  commitmentParams,
} from '../commitments.schemas.js';
import { ShowCommitment } from '../show-commitment/show-commitment.use-case.js';
import { ChangeOwner } from './change-owner.use-case.js';

@Controller('api/v1/commitments')
export class ChangeOwnerController {
  constructor(
    private readonly changeOwner: ChangeOwner,
    private readonly showCommitment: ShowCommitment,
  ) {}

  @Put(':id/owner')
  @Access(changeOwner)
  @RateLimit('write')
  @Endpoint({
    summary: 'Give a commitment another owner, as whoever wrote it down, a facilitator or a steward',
    params: commitmentParams,
    body: changeOwnerBody,
    response: commitmentDetailView,
    refusals: [404, 409],
  })
  async change(
    @Param('id') id: string,
    @Body() body: ChangeOwnerInput,
    @CurrentActor() actor: Actor,
  ): Promise<CommitmentDetailView> {
    await this.changeOwner.execute(actor, id, body);
    return this.showCommitment.execute(actor, id);
  }
}
