import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Access } from '../../platform/access/access-rule.js';
import { pageQuery } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readThread } from '../discussions.access.js';
import { participatedThreadListView, threadParams } from '../discussions.schemas.js';
import { ListThreadsOf } from './list-threads-of.use-case.js';

const listQuery = z.strictObject(pageQuery);

@Controller('api/v1/people')
export class ListThreadsOfController {
  constructor(private readonly listThreadsOf: ListThreadsOf) {}

  @Get(':id/threads')
  @Access(readThread)
  @Endpoint({
    summary: 'Threads in which a person has written',
    params: threadParams,
    query: listQuery,
    response: participatedThreadListView,
  })
  list(@Param('id') id: string, @Query() query: z.output<typeof listQuery>) {
    return this.listThreadsOf.execute(id, query);
  }
}
