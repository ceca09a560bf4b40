import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Access } from '../../platform/access/access-rule.js';
import type { Page } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readCommitments } from '../commitments.access.js';
import { type CommitmentView, commitmentListView, listCommitmentsQuery } from '../commitments.schemas.js';
import { ListCommitments } from './list-commitments.use-case.js';

@Controller('api/v1/commitments')
export class ListCommitmentsController {
  constructor(private readonly listCommitments: ListCommitments) {}

  @Get()
  @Access(readCommitments)
  @Endpoint({
    summary: 'What was promised, and what came of it',
    query: listCommitmentsQuery,
    response: commitmentListView,
  })
  list(@Query() query: z.output<typeof listCommitmentsQuery>): Promise<Page<CommitmentView>> {
    return this.listCommitments.execute(query);
  }
}
