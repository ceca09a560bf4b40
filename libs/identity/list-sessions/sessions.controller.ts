import { Controller, Delete, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { idParams } from '../fields.js';
import { changeMeRule, showMeRule } from '../identity.access.js';
import { RevokeSession } from '../revoke-session/revoke-session.use-case.js';
import { ListSessions } from './list-sessions.use-case.js';

const sessionSchema = z.strictObject({
  id: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  userAgent: z.string(),
  isCurrent: z.boolean(),
});

@Controller('api/v1/me/sessions')
export class SessionsController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly revokeSession: RevokeSession,
  ) {}

  @Get()
  @Access(showMeRule)
  @Endpoint({
    summary: 'Where I am signed in',
    response: z.strictObject({ items: z.array(sessionSchema) }),
    refusals: [401],
  })
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.listSessions.execute(actor) };
  }

  @Delete(':id')
  @Access(changeMeRule)
  @RateLimit('write')
  @Endpoint({ summary: 'Sign out elsewhere', params: idParams, status: 204, refusals: [401, 403, 404] })
  async delete(@CurrentActor() actor: Actor, @Param() { id }: { id: string }): Promise<void> {
    await this.revokeSession.execute(actor, id);
  }
}
