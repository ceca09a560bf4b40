import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/graph/page.js';
import { CacheForVisitors } from '../../platform/http/cache-for-visitors.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { roomInRoute } from '../contracts.js';
import { readThread } from '../discussions.access.js';
import { listPostsQuery, type PostView, postListView, threadParams } from '../discussions.schemas.js';
import { ListPosts } from './list-posts.use-case.js';

@Controller('api/v1/threads')
export class ListPostsController {
  constructor(private readonly listPosts: ListPosts) {}

  @Get(':id/posts')
  @Access(readThread)
  @CacheForVisitors(roomInRoute)
  @Endpoint({
    summary: 'Posts of a thread, oldest first',
    params: threadParams,
    query: listPostsQuery,
    response: postListView,
    refusals: [404],
  })
  list(
    @Param('id') id: string,
    @Query() query: z.output<typeof listPostsQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PostView>> {
    return this.listPosts.execute(actor, id, query.cursor, query.limit);
  }
}
