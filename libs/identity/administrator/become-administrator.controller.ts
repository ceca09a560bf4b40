import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Access } from '../../platform/access/access-rule.js';
import { CsrfTokens } from '../../platform/access/csrf.js';
import { Config } from '../../platform/config/config.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpReply, HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { linkTokenField } from '../fields.js';
import { becomeAdministratorRule } from '../identity.access.js';
import { setSessionCookie } from '../sign-in/session-cookie.js';
import { userAgentOf } from '../sign-in/signed-in.js';
import { BecomeAdministrator } from './become-administrator.use-case.js';

@Controller('api/v1/auth/become-administrator')
export class BecomeAdministratorController {
  constructor(
    private readonly becomeAdministrator: BecomeAdministrator,
    private readonly csrf: CsrfTokens,
    private readonly config: Config,
  ) {}

  @Post()
  @Access(becomeAdministratorRule)
  @RateLimit('sign-in')
  @Endpoint({
    summary: 'Become the first administrator by the link of the first start',
    description: 'Opens a new session, with a new CSRF token, in place of the one in use.',
    body: z.strictObject({ token: linkTokenField }),
    response: z.strictObject({ id: z.string(), roles: z.array(z.string()), csrfToken: z.string() }),
    refusals: [401, 403],
  })
  async post(
    @Body() { token }: { token: string },
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    const { actor } = request;
    const { session, ...roles } = await this.becomeAdministrator.execute(actor, token, userAgentOf(request));
    setSessionCookie(reply, session, this.config);
    return { ...roles, csrfToken: this.csrf.tokenFor(session.id) };
  }
}
