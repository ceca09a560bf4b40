import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { CacheForVisitors } from '../../platform/http/cache-for-visitors.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { roomInRoute } from '../contracts.js';
import { readThread } from '../discussions.access.js';
import { type ThreadView, threadParams, threadView } from '../discussions.schemas.js';
import { ShowThread } from './show-thread.use-case.js';

@Controller('api/v1/threads')
export class ShowThreadController {
  constructor(private readonly showThread: ShowThread) {}

  @Get(':id')
  @Access(readThread)
  @CacheForVisitors(roomInRoute)
  @Endpoint({
    summary: 'A thread with its first posts',
    params: threadParams,
    response: threadView,
    refusals: [404],
  })
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ThreadView> {
    return this.showThread.execute(actor, id);
  }
}
