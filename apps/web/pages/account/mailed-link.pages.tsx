import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { VNode } from 'preact';
import {
  RequestPasswordReset,
  ResetPassword,
  registerSchema,
  rememberDevice,
  VerifyEmail,
} from '../../../../libs/identity/index.js';
import { Public } from '../../../../libs/platform/access/access-rule.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpReply, HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { PostButton } from '../../components/button.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { ForgotPage, ResetPage } from './entry.page.js';
import { NotVerified, OutcomePage, Verified } from './outcome.page.js';

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

  /** Opening the link confirms nothing: programs that look through mail open it too. */
  @Get('verify')
  @PageRoute()
  @Public()
  async openVerify(@Req() request: HttpRequest): Promise<PageAnswer> {
    const token = new FormInput(request.query).text('token');
    try {
      const { email, isVerified } = await this.verifyEmail.look(token);
      return this.outcomePage(request, isVerified ? <Verified /> : this.verifyForm(request, token, email));
    } catch (error) {
      return this.refusedVerification(request, error);
    }
  }

  /** Leads back to the link, which now says that the address is confirmed, however often it is opened. */
  @Post('verify')
  @PageRoute()
  @Public()
  @RateLimit('sign-in')
  async verify(@Req() request: HttpRequest): Promise<PageAnswer> {
    const token = new FormInput(request.body).text('token');
    try {
      await this.verifyEmail.execute(token);
      return seeOther(`/verify?token=${encodeURIComponent(token)}`);
    } catch (error) {
      return this.refusedVerification(request, error);
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
  @RateLimit('mail-link')
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
  async reset(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const token = form.text('token');
    try {
      const { password } = parseInput(resetForm, { password: form.text('password') });
      const { email } = await this.resetPassword.execute({ token, password });
      rememberDevice(request, reply, email, this.config);
      return seeOther('/sign-in?reset=1');
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, this.resetPage(request, token, errors));
    }
  }

  private verifyForm(request: HttpRequest, token: string, email: string) {
    const { t } = this.pages.textsFor(request);
    return (
      <OutcomePage title={t('account.verify-title')} text={t('account.verify-text', { email })}>
        <PostButton action="/verify" csrf={this.pages.csrfFor(request)} values={{ token }}>
          {t('account.verify-button')}
        </PostButton>
      </OutcomePage>
    );
  }

  private refusedVerification(request: HttpRequest, error: unknown): RefusedPage {
    const { status, summary } = formErrors(error, this.pages.textsFor(request));
    const body = <NotVerified reason={summary[0]?.message ?? ''} />;
    return new RefusedPage(status, this.outcomePage(request, body));
  }

  private outcomePage(request: HttpRequest, body: VNode): string {
    const title = this.pages.textsFor(request).t('account.verify-title');
    return this.pages.render(request, { title, unlisted: true, body });
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
