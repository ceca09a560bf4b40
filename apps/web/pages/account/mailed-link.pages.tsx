import { Controller, Get, Post, Req } from '@nestjs/common';
import {
  RequestPasswordReset,
  ResetPassword,
  registerSchema,
  VerifyEmail,
} from '../../../../libs/identity/index.js';
import { Public } from '../../../../libs/platform/access/access-rule.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { ButtonLink } from '../../components/button.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { ForgotPage, ResetPage } from './entry.page.js';
import { OutcomePage } from './outcome.page.js';

const forgotForm = registerSchema.pick({ email: true });
const resetForm = registerSchema.pick({ password: true });

/** What the links in our mails open, and asking for one. */
@Controller()
export class MailedLinkPages {
  constructor(
    private readonly pages: Pages,
    private readonly verifyEmail: VerifyEmail,
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
    private readonly config: Config,
  ) {}

  @Get('verify')
  @PageRoute()
  @Public()
  @RateLimit('sign-in')
  async verify(@Req() request: HttpRequest): Promise<PageAnswer> {
    const texts = this.pages.textsFor(request);
    const { t } = texts;
    try {
      const person = await this.verifyEmail.execute(new FormInput(request.query).text('token'));
      return this.pages.render(request, {
        title: t('account.verified-title'),
        unlisted: true,
        body: (
          <OutcomePage
            title={t('account.verified-title')}
            text={t('account.verified-text', { name: person.name })}
          >
            <ButtonLink href="/">{t('account.go-on')}</ButtonLink>
          </OutcomePage>
        ),
      });
    } catch (error) {
      const errors = formErrors(error, texts);
      const html = this.pages.render(request, {
        title: t('account.not-verified-title'),
        unlisted: true,
        body: (
          <OutcomePage title={t('account.not-verified-title')} text={errors.summary[0]?.message ?? ''}>
            <ButtonLink href="/settings" variant="quiet">
              {t('account.settings')}
            </ButtonLink>
          </OutcomePage>
        ),
      });
      return new RefusedPage(errors.status, html);
    }
  }

  @Get('forgot')
  @PageRoute()
  @Public()
  openForgot(@Req() request: HttpRequest): PageAnswer {
    const asked = new FormInput(request.query);
    return this.forgotPage(request, { email: '', sent: asked.pressed('sent') });
  }

  /** Answers the same whether or not there is such an account. */
  @Post('forgot')
  @PageRoute()
  @Public()
  @RateLimit('sign-in')
  forgot(@Req() request: HttpRequest): PageAnswer {
    const email = new FormInput(request.body).text('email');
    try {
      this.requestPasswordReset.execute(parseInput(forgotForm, { email }).email);
      return seeOther('/forgot?sent=1');
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, this.forgotPage(request, { email, sent: false, errors }));
    }
  }

  @Get('reset')
  @PageRoute()
  @Public()
  openReset(@Req() request: HttpRequest): PageAnswer {
    return this.resetPage(request, new FormInput(request.query).text('token'));
  }

  @Post('reset')
  @PageRoute()
  @Public()
  @RateLimit('sign-in')
  async reset(@Req() request: HttpRequest): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const token = form.text('token');
    try {
      const { password } = parseInput(resetForm, { password: form.text('password') });
      await this.resetPassword.execute({ token, password });
      return seeOther('/sign-in?reset=1');
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, this.resetPage(request, token, errors));
    }
  }

  private forgotPage(
    request: HttpRequest,
    state: { email: string; sent: boolean; errors?: FormErrors },
  ): string {
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('account.forgot-title'),
      unlisted: true,
      body: <ForgotPage csrf={this.pages.csrfFor(request)} {...state} />,
    });
  }

  private resetPage(request: HttpRequest, token: string, errors?: FormErrors): string {
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('account.reset-title'),
      unlisted: true,
      body: (
        <ResetPage
          csrf={this.pages.csrfFor(request)}
          token={token}
          shortestPassword={this.config.settings.PASSWORD_MIN_LENGTH}
          errors={errors}
        />
      ),
    });
  }
}
