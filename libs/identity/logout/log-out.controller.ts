import { Controller, Post, Res } from '@nestjs/common';
import { CurrentActor, Public } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Config } from '../../platform/config/config.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpReply } from '../../platform/http/http-request.js';
import { clearSessionCookie } from '../sign-in/session-cookie.js';
import { LogOut } from './log-out.use-case.js';

@Controller('api/v1/auth/logout')
export class LogOutController {
  constructor(
    private readonly logOut: LogOut,
    private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @Endpoint({ summary: 'Sign out', status: 204, refusals: [403] })
  async post(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: HttpReply): Promise<void> {
    await this.logOut.execute(actor);
    clearSessionCookie(reply, this.config);
  }
}
