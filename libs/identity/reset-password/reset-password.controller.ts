import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { linkTokenField, newPasswordField } from '../fields.js';
import { ResetPassword } from './reset-password.use-case.js';

@Controller('api/v1/auth/reset-password')
export class ResetPasswordController {
  constructor(private readonly resetPassword: ResetPassword) {}

  @Post()
  @Public()
  @RateLimit('sign-in')
  @Endpoint({
    summary: 'Choose a new password by the link sent for it',
    description: 'Ends all sessions of the person.',
    body: z.strictObject({ token: linkTokenField, password: newPasswordField }),
    status: 204,
  })
  async post(@Body() body: { token: string; password: string }): Promise<void> {
    await this.resetPassword.execute(body);
  }
}
