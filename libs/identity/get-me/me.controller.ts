import { Body, Controller, Get, Patch } from '@nestjs/common';
import { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { CsrfTokens } from '../../platform/access/csrf.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { accountSchema } from '../account.js';
import { changeMeRule, showMeRule } from '../identity.access.js';
import { type UpdateMeInput, updateMeSchema } from '../update-me/update-me.dto.js';
import { UpdateMe } from '../update-me/update-me.use-case.js';
import { GetMe } from './get-me.use-case.js';

@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly getMe: GetMe,
    private readonly updateMe: UpdateMe,
    private readonly csrf: CsrfTokens,
  ) {}

  @Get()
  @Access(showMeRule)
  @Endpoint({
    summary: 'Who am I',
    response: z.strictObject({
      person: accountSchema,
      roles: z.array(z.string()),
      csrfToken: z.string().nullable().describe('For a session only: a bearer token needs none'),
    }),
    refusals: [401],
  })
  async get(@CurrentActor() actor: Actor) {
    const person = await this.getMe.execute(actor);
    const csrfToken = actor.sessionId ? this.csrf.tokenFor(actor.sessionId) : null;
    return { person, roles: person.roles, csrfToken };
  }

  @Patch()
  @Access(changeMeRule)
  @RateLimit('write')
  @Endpoint({
    summary: 'Change my profile',
    description: 'What is left out stays as it is.',
    body: updateMeSchema,
    response: accountSchema,
    refusals: [401, 403, 409],
  })
  patch(@CurrentActor() actor: Actor, @Body() body: UpdateMeInput) {
    return this.updateMe.execute(actor, body);
  }
}
