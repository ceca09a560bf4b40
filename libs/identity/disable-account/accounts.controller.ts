import { Controller, Delete, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { idParams } from '../fields.js';
import { disableAccountRule } from '../identity.access.js';
import { DisableAccount } from './disable-account.use-case.js';
import { EndSessions } from './end-sessions.use-case.js';

const stateSchema = z.strictObject({ id: z.string(), isDisabled: z.boolean() });
const endedSchema = z.strictObject({ id: z.string(), ended: z.number().int().min(0) });

@Controller('api/v1/people/:id')
export class AccountsController {
  constructor(
    private readonly disableAccount: DisableAccount,
    private readonly endSessions: EndSessions,
  ) {}

  @Put('disabled')
  @Access(disableAccountRule)
  @RateLimit('write')
  @Endpoint({
    summary: 'Disable an account: nobody can sign in to it, and its sessions and tokens end',
    params: idParams,
    response: stateSchema,
    refusals: [404, 409],
  })
  disable(@CurrentActor() actor: Actor, @Param() { id }: { id: string }) {
    return this.disableAccount.disable(actor, id);
  }

  @Delete('disabled')
  @Access(disableAccountRule)
  @RateLimit('write')
  @Endpoint({
    summary: 'Enable an account that was disabled',
    params: idParams,
    response: stateSchema,
    refusals: [404],
  })
  enable(@CurrentActor() actor: Actor, @Param() { id }: { id: string }) {
    return this.disableAccount.enable(actor, id);
  }

  @Delete('sessions')
  @Access(disableAccountRule)
  @RateLimit('write')
  @Endpoint({
    summary: 'Sign a person out everywhere',
    params: idParams,
    response: endedSchema,
    refusals: [404],
  })
  end(@CurrentActor() actor: Actor, @Param() { id }: { id: string }) {
    return this.endSessions.execute(actor, id);
  }
}
