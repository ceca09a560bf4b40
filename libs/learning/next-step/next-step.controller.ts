import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { runSession } from '../learning.access.js';
import { sessionParams, stepBody } from '../learning.schemas.js';
import { type LiveView, liveView } from '../learning.views.schemas.js';
import { ShowLive } from '../show-live/show-live.use-case.js';
import { NextStep } from './next-step.use-case.js';

@Controller('api/v1/sessions')
export class NextStepController {
  constructor(
    private readonly nextStep: NextStep,
    private readonly showLive: ShowLive,
  ) {}

  @Post(':id/step')
  @Access(runSession)
  @RateLimit('write')
  @Endpoint({
    summary: 'Go on to the next step of the agenda, or back to the one before',
    params: sessionParams,
    body: stepBody,
    response: liveView,
    refusals: [404, 409],
  })
  async move(
    @Param('id') id: string,
    @Body() body: z.output<typeof stepBody>,
    @CurrentActor() actor: Actor,
  ): Promise<LiveView> {
    if (body.back) await this.nextStep.back(actor, id, body.from);
    else await this.nextStep.execute(actor, id, body.from);
    return this.showLive.execute(actor, id);
  }
}
