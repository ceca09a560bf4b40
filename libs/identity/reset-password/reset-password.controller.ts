import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../platform/access/access-rule.js';
import { Config } from '../../platform/config/config.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpReply, HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { linkTokenField, newPasswordField } from '../fields.js';
import { rememberDevice } from '../sign-in/device-cookie.js';
import { ResetPassword } from './reset-password.use-case.js';

@Controller('api/v1/auth/reset-password')
export class ResetPasswordController {
  constructor(
    private readonly resetPassword: ResetPassword,
    private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @RateLimit('sign-in')
  @Endpoint({
    summary: 'Choose a new password by the link sent for it',
    description: 'Ends all sessions of the person.',
    body: z.strictObject({ token: linkTokenField, password: newPasswordField }),
    status: 204,
  })
  async post(
    @Body() body: { token: string; password: string },
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<void> {
    const { email } = await this.resetPassword.execute(body);
    rememberDevice(request, reply, email, this.config);
  }
}
