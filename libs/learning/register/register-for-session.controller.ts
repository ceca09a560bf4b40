import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { registerForSession } from '../learning.access.js';
import { registerBody, sessionParams } from '../learning.schemas.js';
import { type RegistrationView, registrationView } from '../learning.views.schemas.js';
import { ShowLive } from '../show-live/show-live.use-case.js';
import { RegisterForSession } from './register-for-session.use-case.js';

@Controller('api/v1/sessions')
export class RegisterForSessionController {
  constructor(
    private readonly registerForSession: RegisterForSession,
    private readonly showLive: ShowLive,
  ) {}

  @Post(':id/registration')
  @Access(registerForSession)
  @RateLimit('write')
  @Endpoint({
    summary: 'Register for a session: a place, or a turn in the waiting list',
    params: sessionParams,
    body: registerBody,
    response: registrationView,
    refusals: [404, 409],
  })
  async register(
    @Param('id') id: string,
    @Body() body: z.output<typeof registerBody>,
    @CurrentActor() actor: Actor,
  ): Promise<RegistrationView> {
    await this.registerForSession.execute(actor, id, body.timeZone ?? null);
    return this.showLive.registration(actor, id);
  }

  @Delete(':id/registration')
  @Access(registerForSession)
  @RateLimit('write')
  @Endpoint({
    summary: 'Give your place, or your turn, back',
    params: sessionParams,
    response: registrationView,
    refusals: [404, 409],
  })
  async cancel(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<RegistrationView> {
    await this.registerForSession.cancel(actor, id);
    return this.showLive.registration(actor, id);
  }
}
