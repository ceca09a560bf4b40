import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { takePart } from '../learning.access.js';
import { pollBody, sessionParams } from '../learning.schemas.js';
import { type LiveView, liveView } from '../learning.views.schemas.js';
import { ShowLive } from '../show-live/show-live.use-case.js';
import { RunPoll } from './run-poll.use-case.js';

@Controller('api/v1/sessions')
export class RunPollController {
  constructor(
    private readonly runPoll: RunPoll,
    private readonly showLive: ShowLive,
  ) {}

  @Post(':id/poll')
  @Access(takePart)
  @RateLimit('write')
  @Endpoint({
    summary: 'Open a quick poll, answer it or close it',
    params: sessionParams,
    body: pollBody,
    response: liveView,
    refusals: [404, 409],
  })
  async poll(
    @Param('id') id: string,
    @Body() body: z.output<typeof pollBody>,
    @CurrentActor() actor: Actor,
  ): Promise<LiveView> {
    if ('open' in body) await this.runPoll.open(actor, id, body.open);
    else if ('answer' in body) await this.runPoll.answer(actor, id, body.answer);
    else await this.runPoll.close(actor, id);
    return this.showLive.execute(actor, id);
  }
}
