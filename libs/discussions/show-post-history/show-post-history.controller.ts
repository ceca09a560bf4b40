import { Controller, Get, Param } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readThread } from '../discussions.access.js';
import { type PostHistoryView, postHistoryView, postParams } from '../discussions.schemas.js';
import { ShowPostHistory } from './show-post-history.use-case.js';

@Controller('api/v1/threads')
export class ShowPostHistoryController {
  constructor(private readonly showPostHistory: ShowPostHistory) {}

  @Get(':id/posts/:number/history')
  @Access(readThread)
  @Endpoint({
    summary: 'All versions of a post',
    params: postParams,
    response: postHistoryView,
    refusals: [404],
  })
  show(@Param() params: z.output<typeof postParams>, @CurrentActor() actor: Actor): Promise<PostHistoryView> {
    return this.showPostHistory.execute(actor, params.id, params.number);
  }
}
