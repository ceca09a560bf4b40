import { Body, Controller, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { proposeSession } from '../learning.access.js';
import { type ProposeSessionInput, proposeSessionBody } from '../learning.schemas.js';
import { type SessionView, sessionView } from '../learning.views.schemas.js';
import { ShowSession } from '../show-session/show-session.use-case.js';
import { ProposeSession } from './propose-session.use-case.js';

@Controller('api/v1/sessions')
export class ProposeSessionController {
  constructor(
    private readonly proposeSession: ProposeSession,
    private readonly showSession: ShowSession,
  ) {}

  @Post()
  @Access(proposeSession)
  @RateLimit('write')
  @Endpoint({
    summary: 'Propose a session in which people learn from each other',
    body: proposeSessionBody,
    response: sessionView,
    status: 201,
  })
  async propose(@Body() body: ProposeSessionInput, @CurrentActor() actor: Actor): Promise<SessionView> {
    const { id } = await this.proposeSession.execute(actor, body);
    return this.showSession.execute(actor, id);
  }
}
