import { Body, Controller, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { replyToThread } from '../discussions.access.js';
import { type PostView, postReplyBody, postView, threadParams } from '../discussions.schemas.js';
import { PostReply, type PostReplyInput } from './post-reply.use-case.js';

@Controller('api/v1/threads')
export class PostReplyController {
  constructor(private readonly postReply: PostReply) {}

  @Post(':id/posts')
  @Access(replyToThread)
  @RateLimit('write')
  @Endpoint({
    summary: 'Reply in a thread',
    params: threadParams,
    body: postReplyBody,
    response: postView,
    status: 201,
    refusals: [404, 409],
  })
  reply(
    @Param('id') id: string,
    @Body() body: PostReplyInput,
    @CurrentActor() actor: Actor,
  ): Promise<PostView> {
    return this.postReply.execute(actor, id, body);
  }
}
