import { Body, Controller, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { startThread } from '../discussions.access.js';
import { startThreadBody, type ThreadView, threadView } from '../discussions.schemas.js';
import { ShowThread } from '../show-thread/show-thread.use-case.js';
import { StartThread, type StartThreadInput } from './start-thread.use-case.js';

@Controller('api/v1/threads')
export class StartThreadController {
  constructor(
    private readonly startThread: StartThread,
    private readonly showThread: ShowThread,
  ) {}

  @Post()
  @Access(startThread)
  @RateLimit('write')
  @Endpoint({
    summary: 'Start a thread about something',
    body: startThreadBody,
    response: threadView,
    status: 201,
  })
  async start(@Body() body: StartThreadInput, @CurrentActor() actor: Actor): Promise<ThreadView> {
    const { id } = await this.startThread.execute(actor, body);
    return this.showThread.execute(actor, id);
  }
}
