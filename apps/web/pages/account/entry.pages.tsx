import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import {
  clearSessionCookie,
  LogIn,
  LogOut,
  logInSchema,
  placeOf,
  Register,
  registerSchema,
  rememberDevice,
  type SignedIn,
  setSessionCookie,
  userAgentOf,
} from '../../../../libs/identity/index.js';
import { Public } from '../../../../libs/platform/access/access-rule.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpReply, HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { isLocale } from '../../../../libs/platform/i18n/locales.js';
import { KeptFormPart } from '../../components/kept-form-part.js';
import { Page, PageHead } from '../../components/page.js';
import { backPath } from '../../rendering/back-path.js';
import { countryOptions } from '../../rendering/country-options.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { KEPT_FIELD, type KeptForm, proseOf, readKeptForm } from '../../rendering/kept-form.js';
import { setLocaleCookie } from '../../rendering/locale-cookie.js';
import { PageNames } from '../../rendering/names.js';
import {
  type PageAnswer,
  PageRoute,
  RefusedPage,
  type SeeOther,
  seeOther,
} from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { RegisterPage, SignInPage } from './entry.page.js';

/** Registering, signing in and out. Whoever comes from a page goes back to it. */
@Controller()
export class EntryPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly config: Config,
    private readonly registering: Register,
    private readonly logIn: LogIn,
    private readonly logOut: LogOut,
  ) {}

  @Get('register')
  @PageRoute()
  @Public()
  openRegister(@Req() request: HttpRequest): PageAnswer {
    const asked = new FormInput(request.query);
    if (isSignedIn(request.actor)) return seeOther(backPath(asked.text('back')));
    return this.registerPage(request, asked);
  }

  @Post('register')
  @PageRoute()
  @Public()
  @RateLimit('register')
  async register(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    try {
      const input = parseInput(registerSchema, {
        name: form.text('name'),
        email: form.text('email'),
        password: form.text('password'),
        country: form.optional('country'),
        locale: form.optional('locale') ?? requestLocale(request),
        clientKey: form.clientKey(),
      });
      const { session } = await this.registering.execute(input, userAgentOf(request));
      setSessionCookie(reply, session, this.config);
      rememberDevice(request, reply, input.email, this.config);
      if (isLocale(input.locale)) setLocaleCookie(reply, input.locale, this.config);
      return seeOther(backPath(form.text('back')));
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, this.registerPage(request, form, errors));
    }
  }

  @Get('sign-in')
  @PageRoute()
  @Public()
  openSignIn(@Req() request: HttpRequest): PageAnswer {
    const asked = new FormInput(request.query);
    if (isSignedIn(request.actor)) return seeOther(backPath(asked.text('back')));
    return this.signInPage(request, asked);
  }

  @Post('sign-in')
  @PageRoute()
  @Public()
  @RateLimit('sign-in')
  async signIn(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    try {
      const input = parseInput(logInSchema, { email: form.text('email'), password: form.text('password') });
      const place = placeOf(request, input.email, this.config);
      const signedIn = await this.logIn.execute(request.actor, input, userAgentOf(request), place);
      const { person, session } = signedIn;
      setSessionCookie(reply, session, this.config);
      rememberDevice(request, reply, input.email, this.config);
      if (isLocale(person.locale)) setLocaleCookie(reply, person.locale, this.config);
      const kept = readKeptForm(form.text(KEPT_FIELD));
      if (kept) return this.keptPage(request, signedIn, kept);
      return seeOther(backPath(form.text('back')));
    } catch (error) {
      const texts = this.pages.textsFor(request);
      const errors = formErrors(error, texts, { unauthenticated: 401, 'too-many': 429 });
      return new RefusedPage(errors.status, this.signInPage(request, form, errors));
    }
  }

  @Post('sign-out')
  @PageRoute()
  @Public()
  async signOut(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SeeOther> {
    await this.logOut.execute(request.actor);
    clearSessionCookie(reply, this.config);
    return seeOther('/');
  }

  private registerPage(request: HttpRequest, form: FormInput, errors?: FormErrors): string {
    const texts = this.pages.textsFor(request);
    return this.pages.render(request, {
      title: texts.t('account.register-title'),
      unlisted: true,
      body: (
        <RegisterPage
          csrf={this.pages.csrfFor(request)}
          back={backPath(form.text('back'))}
          clientKey={form.clientKey()}
          name={form.text('name')}
          email={form.text('email')}
          locale={form.text('locale') || texts.locale}
          country={form.text('country')}
          countries={countryOptions(this.names.for(request), texts)}
          shortestPassword={this.config.settings.PASSWORD_MIN_LENGTH}
          errors={errors}
        />
      ),
    });
  }

  /** What was written before the session ended, for whoever signed in now to send: the page is theirs already. */
  private keptPage(request: HttpRequest, { person, session }: SignedIn, kept: KeptForm): string {
    const { id, name, roles, locale } = person;
    request.actor = { id, name, roles, locale, via: 'session', scopes: 'all', sessionId: session.id };
    const title = this.pages.textsFor(request).t('ui.kept-title');
    return this.pages.render(request, {
      title,
      unlisted: true,
      body: (
        <Page width="text">
          <PageHead title={this.pages.textsFor(request).t('ui.kept-welcome', { name })} />
          <KeptFormPart csrf={this.pages.csrfFor(request)} {...kept} prose={proseOf(kept)} canSend />
        </Page>
      ),
    });
  }

  private signInPage(request: HttpRequest, form: FormInput, errors?: FormErrors): string {
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('account.sign-in-title'),
      unlisted: true,
      body: (
        <SignInPage
          csrf={this.pages.csrfFor(request)}
          back={backPath(form.text('back'))}
          email={form.text('email')}
          wasReset={form.pressed('reset')}
          kept={readKeptForm(form.text(KEPT_FIELD))}
          errors={errors}
        />
      ),
    });
  }
}
