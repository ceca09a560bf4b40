import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { takePart } from '../learning.access.js';
import { handBody, sessionParams } from '../learning.schemas.js';
import { type LiveView, liveView } from '../learning.views.schemas.js';
import { ShowLive } from '../show-live/show-live.use-case.js';
import { RaiseHand } from './raise-hand.use-case.js';

@Controller('api/v1/sessions')
export class RaiseHandController {
  constructor(
    private readonly raiseHand: RaiseHand,
    private readonly showLive: ShowLive,
  ) {}

  @Post(':id/hand')
  @Access(takePart)
  @RateLimit('write')
  @Endpoint({
    summary: 'Raise a hand, or lower it',
    params: sessionParams,
    body: handBody,
    response: liveView,
    refusals: [404, 409],
  })
  async raise(
    @Param('id') id: string,
    @Body() body: z.output<typeof handBody>,
    @CurrentActor() actor: Actor,
  ): Promise<LiveView> {
    await this.raiseHand.execute(actor, id, body.raised, body.person);
    return this.showLive.execute(actor, id);
  }
}
