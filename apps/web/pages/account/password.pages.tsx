import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import {
  ChangePassword,
  changePasswordRule,
  changePasswordSchema,
  GetMe,
  setSessionCookie,
  showMeRule,
  userAgentOf,
} from '../../../../libs/identity/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpReply, HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { PasswordPage } from './password.page.js';

/** Choosing a new password by the present one. */
@Controller('settings/password')
export class PasswordPages {
  constructor(
    private readonly pages: Pages,
    private readonly getMe: GetMe,
    private readonly changePassword: ChangePassword,
    private readonly config: Config,
  ) {}

  @Get()
  @PageRoute()
  @Access(showMeRule)
  open(@Req() request: HttpRequest): Promise<string> {
    return this.render(request, { done: new FormInput(request.query).pressed('done') });
  }

  @Post()
  @PageRoute()
  @Access(changePasswordRule)
  @RateLimit('sign-in')
  async change(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const endTokens = form.pressed('endTokens');
    try {
      const input = parseInput(changePasswordSchema, {
        currentPassword: form.text('currentPassword'),
        newPassword: form.text('newPassword'),
        endTokens,
      });
      const from = { userAgent: userAgentOf(request), address: request.address };
      const session = await this.changePassword.execute(request.actor, input, from);
      setSessionCookie(reply, session, this.config);
      return seeOther('/settings/password?done=1');
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request), { 'too-many': 429 });
      return new RefusedPage(errors.status, await this.render(request, { endTokens, errors }));
    }
  }

  private async render(
    request: HttpRequest,
    { done = false, endTokens = false, errors }: { done?: boolean; endTokens?: boolean; errors?: FormErrors },
  ): Promise<string> {
    const { email } = await this.getMe.execute(request.actor);
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('account.new-password'),
      unlisted: true,
      body: (
        <PasswordPage
          csrf={this.pages.csrfFor(request)}
          email={email}
          done={done}
          endTokens={endTokens}
          shortestPassword={this.config.settings.PASSWORD_MIN_LENGTH}
          errors={errors}
        />
      ),
    });
  }
}
