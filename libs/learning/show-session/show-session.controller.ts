import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readSession } from '../learning.access.js';
import { sessionParams } from '../learning.schemas.js';
import { type SessionView, sessionView } from '../learning.views.schemas.js';
import { ShowSession } from './show-session.use-case.js';

@Controller('api/v1/sessions')
export class ShowSessionController {
  constructor(private readonly showSession: ShowSession) {}

  @Get(':id')
  @Access(readSession)
  @Endpoint({ summary: 'A session', params: sessionParams, response: sessionView, refusals: [404] })
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<SessionView> {
    return this.showSession.execute(actor, id);
  }
}
