import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Public } from '../../platform/access/access-rule.js';
import { CsrfTokens } from '../../platform/access/csrf.js';
import { Config } from '../../platform/config/config.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpReply, HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { signedInSchema } from '../account.js';
import { rememberDevice } from '../sign-in/device-cookie.js';
import { setSessionCookie } from '../sign-in/session-cookie.js';
import { userAgentOf } from '../sign-in/signed-in.js';
import { type RegisterInput, registerSchema } from './register.dto.js';
import { Register } from './register.use-case.js';

@Controller('api/v1/auth/register')
export class RegisterController {
  constructor(
    private readonly register: Register,
    private readonly csrf: CsrfTokens,
    private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @RateLimit('register')
  @Endpoint({
    summary: 'Register and sign in',
    body: registerSchema,
    response: signedInSchema,
    status: 201,
    refusals: [409],
  })
  async post(
    @Body() body: RegisterInput,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    const input = { ...body, locale: body.locale ?? requestLocale(request) };
    const { person, session } = await this.register.execute(input, userAgentOf(request));
    setSessionCookie(reply, session, this.config);
    rememberDevice(request, reply, body.email, this.config);
    return { person, csrfToken: this.csrf.tokenFor(session.id) };
  }
}
