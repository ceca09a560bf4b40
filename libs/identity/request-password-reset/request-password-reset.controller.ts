import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { emailField } from '../rules/email.js';
import { RequestPasswordReset } from './request-password-reset.use-case.js';

@Controller('api/v1/auth/request-password-reset')
export class RequestPasswordResetController {
  constructor(private readonly requestPasswordReset: RequestPasswordReset) {}

  @Post()
  @Public()
  @RateLimit('mail-link')
  @Endpoint({
    summary: 'Send a link for choosing a new password',
    description: 'Answers the same whether or not there is such an account.',
    body: z.strictObject({ email: emailField }),
    status: 204,
  })
  post(@Body() { email }: { email: string }): void {
    this.requestPasswordReset.execute(email);
  }
}
