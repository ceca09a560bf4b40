import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { linkTokenField } from '../fields.js';
import { becomeAdministratorRule } from '../identity.access.js';
import { BecomeAdministrator } from './become-administrator.use-case.js';

@Controller('api/v1/auth/become-administrator')
export class BecomeAdministratorController {
  constructor(private readonly becomeAdministrator: BecomeAdministrator) {}

  @Post()
  @Access(becomeAdministratorRule)
  @RateLimit('sign-in')
  @Endpoint({
    summary: 'Become the first administrator by the link of the first start',
    body: z.strictObject({ token: linkTokenField }),
    response: z.strictObject({ id: z.string(), roles: z.array(z.string()) }),
    refusals: [401, 403],
  })
  post(@CurrentActor() actor: Actor, @Body() { token }: { token: string }) {
    return this.becomeAdministrator.execute(actor, token);
  }
}
