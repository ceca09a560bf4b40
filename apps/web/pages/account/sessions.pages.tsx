import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { changeMeRule, ListSessions, RevokeSession, showMeRule } from '../../../../libs/identity/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { FormInput } from '../../rendering/form-input.js';
import { PageRoute, type SeeOther, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { SessionsPage } from './sessions.page.js';

/** Where one is signed in. */
@Controller('settings/sessions')
export class SessionsPages {
  constructor(
    private readonly pages: Pages,
    private readonly listSessions: ListSessions,
    private readonly revokeSession: RevokeSession,
  ) {}

  @Get()
  @PageRoute()
  @Access(showMeRule)
  async open(@Req() request: HttpRequest): Promise<string> {
    const done = new FormInput(request.query).text('done');
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('account.sessions'),
      unlisted: true,
      body: (
        <SessionsPage
          csrf={this.pages.csrfFor(request)}
          sessions={await this.listSessions.execute(request.actor)}
          done={done === 'session-ended' ? done : undefined}
        />
      ),
    });
  }

  @Post(':id/end')
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('write')
  async end(@Req() request: HttpRequest, @Param('id') id: string): Promise<SeeOther> {
    await this.revokeSession.execute(request.actor, id);
    return seeOther('/settings/sessions?done=session-ended');
  }
}
