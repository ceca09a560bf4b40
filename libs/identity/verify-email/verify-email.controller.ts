import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { Access, CurrentActor, Public } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { linkTokenField } from '../fields.js';
import { changeMeRule } from '../identity.access.js';
import { SendVerification } from './send-verification.use-case.js';
import { VerifyEmail } from './verify-email.use-case.js';

@Controller('api/v1')
export class VerifyEmailController {
  constructor(
    private readonly verifyEmail: VerifyEmail,
    private readonly sendVerification: SendVerification,
  ) {}

  @Post('auth/verify')
  @Public()
  @RateLimit('sign-in')
  @Endpoint({
    summary: 'Confirm an e-mail address by the link sent to it',
    description: 'May be done again while the link lasts.',
    body: z.strictObject({ token: linkTokenField }),
    response: z.strictObject({
      person: z.strictObject({ id: z.string(), name: z.string(), url: z.string() }),
    }),
  })
  async verify(@Body() { token }: { token: string }) {
    return { person: await this.verifyEmail.execute(token) };
  }

  @Post('me/verification')
  @Access(changeMeRule)
  @RateLimit('mail-link')
  @Endpoint({ summary: 'Send a link for the e-mail address again', status: 204, refusals: [401, 403] })
  async send(@CurrentActor() actor: Actor): Promise<void> {
    await this.sendVerification.execute(actor);
  }
}
