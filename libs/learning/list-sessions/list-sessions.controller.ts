import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readSession } from '../learning.access.js';
import { listSessionsQuery } from '../learning.schemas.js';
import { type SessionSummaryView, sessionListView } from '../learning.views.schemas.js';
import { ListSessions } from './list-sessions.use-case.js';

@Controller('api/v1/sessions')
export class ListSessionsController {
  constructor(private readonly listSessions: ListSessions) {}

  @Get()
  @Access(readSession)
  @Endpoint({
    summary: 'Sessions to come, the next first; or past ones, the latest first',
    query: listSessionsQuery,
    response: sessionListView,
  })
  list(
    @Query() query: z.output<typeof listSessionsQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<Page<SessionSummaryView>> {
    return this.listSessions.execute(actor, query);
  }
}
