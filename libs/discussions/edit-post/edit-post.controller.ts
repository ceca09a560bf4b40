import { Body, Controller, Param, Patch } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { editPost } from '../discussions.access.js';
import { editPostBody, type PostView, postParams, postView } from '../discussions.schemas.js';
import { EditPost, type EditPostInput } from './edit-post.use-case.js';

@Controller('api/v1/threads')
export class EditPostController {
  constructor(private readonly editPost: EditPost) {}

  @Patch(':id/posts/:number')
  @Access(editPost)
  @RateLimit('write')
  @Endpoint({
    summary: 'Change a post; earlier versions are kept',
    params: postParams,
    body: editPostBody,
    response: postView,
    refusals: [404, 409],
  })
  edit(
    @Param() params: z.output<typeof postParams>,
    @Body() body: EditPostInput,
    @CurrentActor() actor: Actor,
  ): Promise<PostView> {
    return this.editPost.execute(actor, params.id, params.number, body);
  }
}
