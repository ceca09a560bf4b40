import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { listOwnSessions } from '../learning.access.js';
import { ownSessionsQuery } from '../learning.schemas.js';
import { type OwnSessionView, ownSessionListView } from '../learning.views.schemas.js';
import { ListOwnSessions } from './list-own-sessions.use-case.js';

/** `/me/sessions` are the browsers in which a person is signed in. */
@Controller('api/v1/me/learning-sessions')
export class ListOwnSessionsController {
  constructor(private readonly listOwnSessions: ListOwnSessions) {}

  @Get()
  @Access(listOwnSessions)
  @Endpoint({
    summary: 'Sessions in which you have a part',
    query: ownSessionsQuery,
    response: ownSessionListView,
  })
  list(
    @Query() query: z.output<typeof ownSessionsQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<Page<OwnSessionView>> {
    return this.listOwnSessions.execute(actor, query);
  }
}
