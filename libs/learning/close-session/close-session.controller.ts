import { Body, Controller, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { runSession } from '../learning.access.js';
import { type CloseSessionInput, closeSessionBody, sessionParams } from '../learning.schemas.js';
import { type SessionView, sessionView } from '../learning.views.schemas.js';
import { ShowSession } from '../show-session/show-session.use-case.js';
import { CloseSession } from './close-session.use-case.js';

@Controller('api/v1/sessions')
export class CloseSessionController {
  constructor(
    private readonly closeSession: CloseSession,
    private readonly showSession: ShowSession,
  ) {}

  @Post(':id/close')
  @Access(runSession)
  @RateLimit('write')
  @Endpoint({
    summary: 'Close a session with what was learned and what was promised',
    params: sessionParams,
    body: closeSessionBody,
    response: sessionView,
    refusals: [404, 409],
  })
  async close(
    @Param('id') id: string,
    @Body() body: CloseSessionInput,
    @CurrentActor() actor: Actor,
  ): Promise<SessionView> {
    await this.closeSession.execute(actor, id, body);
    return this.showSession.execute(actor, id);
  }
}
