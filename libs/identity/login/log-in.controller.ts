import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Public } from '../../platform/access/access-rule.js';
import { CsrfTokens } from '../../platform/access/csrf.js';
import { Config } from '../../platform/config/config.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpReply, HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { signedInSchema } from '../account.js';
import { placeOf, rememberDevice } from '../sign-in/device-cookie.js';
import { setSessionCookie } from '../sign-in/session-cookie.js';
import { userAgentOf } from '../sign-in/signed-in.js';
import { type LogInInput, logInSchema } from './log-in.dto.js';
import { LogIn } from './log-in.use-case.js';

@Controller('api/v1/auth/login')
export class LogInController {
  constructor(
    private readonly logIn: LogIn,
    private readonly csrf: CsrfTokens,
    private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @RateLimit('sign-in')
  @Endpoint({ summary: 'Sign in', body: logInSchema, response: signedInSchema, refusals: [401] })
  async post(
    @Body() body: LogInInput,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    const { person, session } = await this.logIn.execute(
      request.actor,
      body,
      userAgentOf(request),
      placeOf(request, body.email, this.config),
    );
    setSessionCookie(reply, session, this.config);
    rememberDevice(request, reply, body.email, this.config);
    return { person, csrfToken: this.csrf.tokenFor(session.id) };
  }
}
