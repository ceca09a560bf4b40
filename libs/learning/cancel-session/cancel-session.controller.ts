import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { editSession } from '../learning.access.js';
import { cancelSessionBody, sessionParams } from '../learning.schemas.js';
import { type SessionView, sessionView } from '../learning.views.schemas.js';
import { ShowSession } from '../show-session/show-session.use-case.js';
import { CancelSession } from './cancel-session.use-case.js';

@Controller('api/v1/sessions')
export class CancelSessionController {
  constructor(
    private readonly cancelSession: CancelSession,
    private readonly showSession: ShowSession,
  ) {}

  @Post(':id/cancel')
  @Access(editSession)
  @RateLimit('write')
  @Endpoint({
    summary: 'Call a session off, with the reason',
    params: sessionParams,
    body: cancelSessionBody,
    response: sessionView,
    refusals: [404, 409],
  })
  async cancel(
    @Param('id') id: string,
    @Body() body: z.output<typeof cancelSessionBody>,
    @CurrentActor() actor: Actor,
  ): Promise<SessionView> {
    await this.cancelSession.execute(actor, id, body.reason);
    return this.showSession.execute(actor, id);
  }
}
