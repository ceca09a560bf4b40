import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Access } from '../../platform/access/access-rule.js';
import type { Page } from '../../platform/graph/page.js';
import { CacheForVisitors } from '../../platform/http/cache-for-visitors.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readThread } from '../discussions.access.js';
import { listThreadsQuery, type ThreadSummaryView, threadListView } from '../discussions.schemas.js';
import { ListThreads } from './list-threads.use-case.js';

@Controller('api/v1/threads')
export class ListThreadsController {
  constructor(private readonly listThreads: ListThreads) {}

  @Get()
  @Access(readThread)
  @CacheForVisitors()
  @Endpoint({ summary: 'Threads by their latest post', query: listThreadsQuery, response: threadListView })
  list(@Query() query: z.output<typeof listThreadsQuery>): Promise<Page<ThreadSummaryView>> {
    return this.listThreads.execute(query);
  }
}
