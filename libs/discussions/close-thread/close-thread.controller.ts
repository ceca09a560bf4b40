import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { closeThread } from '../discussions.access.js';
import { closeThreadBody, type ThreadView, threadParams, threadView } from '../discussions.schemas.js';
import { ShowThread } from '../show-thread/show-thread.use-case.js';
import { CloseThread } from './close-thread.use-case.js';

@Controller('api/v1/threads')
export class CloseThreadController {
  constructor(
    private readonly closeThread: CloseThread,
    private readonly showThread: ShowThread,
  ) {}

  @Post(':id/close')
  @Access(closeThread)
  @RateLimit('write')
  @Endpoint({
    summary: 'Close a thread, with the reason',
    params: threadParams,
    body: closeThreadBody,
    response: threadView,
    refusals: [404],
  })
  async close(
    @Param('id') id: string,
    @Body() body: z.output<typeof closeThreadBody>,
    @CurrentActor() actor: Actor,
  ): Promise<ThreadView> {
    await this.closeThread.close(actor, id, body.reason);
    return this.showThread.execute(actor, id);
  }

  @Post(':id/reopen')
  @Access(closeThread)
  @RateLimit('write')
  @Endpoint({
    summary: 'Open a closed thread again',
    params: threadParams,
    response: threadView,
    refusals: [404],
  })
  async reopen(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ThreadView> {
    await this.closeThread.reopen(actor, id);
    return this.showThread.execute(actor, id);
  }
}
