import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Access } from '../../platform/access/access-rule.js';
import { CsrfTokens } from '../../platform/access/csrf.js';
import { Config } from '../../platform/config/config.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpReply, HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { changePasswordRule } from '../identity.access.js';
import { setSessionCookie } from '../sign-in/session-cookie.js';
import { userAgentOf } from '../sign-in/signed-in.js';
import { type ChangePasswordInput, changePasswordSchema } from './change-password.dto.js';
import { ChangePassword } from './change-password.use-case.js';

@Controller('api/v1/me/password')
export class ChangePasswordController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly csrf: CsrfTokens,
    private readonly config: Config,
  ) {}

  @Post()
  @Access(changePasswordRule)
  @RateLimit('sign-in')
  @Endpoint({
    summary: 'Choose a new password',
    description: 'Ends all sessions of the person and opens a new one here. Needs a session.',
    body: changePasswordSchema,
    response: z.strictObject({ csrfToken: z.string() }),
    refusals: [401, 403],
  })
  async post(
    @Body() body: ChangePasswordInput,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    const from = { userAgent: userAgentOf(request), address: request.address };
    const session = await this.changePassword.execute(request.actor, body, from);
    setSessionCookie(reply, session, this.config);
    return { csrfToken: this.csrf.tokenFor(session.id) };
  }
}
