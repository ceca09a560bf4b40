import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import {
  changeMeRule,
  SendVerification,
  showMeRule,
  UpdateMe,
  updateMeSchema,
} from '../../../../libs/identity/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpReply, HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { isLocale } from '../../../../libs/platform/i18n/locales.js';
import { formErrors } from '../../rendering/form-errors.js';
import { digits, FormInput } from '../../rendering/form-input.js';
import { setLocaleCookie } from '../../rendering/locale-cookie.js';
import {
  type PageAnswer,
  PageRoute,
  RefusedPage,
  type SeeOther,
  seeOther,
} from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { ProfileForms } from './profile-forms.js';

/** One's own profile. */
@Controller('settings')
export class SettingsPages {
  constructor(
    private readonly pages: Pages,
    private readonly profile: ProfileForms,
    private readonly updateMe: UpdateMe,
    private readonly sendVerification: SendVerification,
    private readonly config: Config,
  ) {}

  @Get()
  @PageRoute()
  @Access(showMeRule)
  open(@Req() request: HttpRequest): Promise<string> {
    return this.profile.render(request);
  }

  @Post()
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('write')
  async save(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const values = {
      name: form.text('name'),
      locale: form.text('locale'),
      country: form.text('country'),
      organisation: form.text('organisation'),
      organisationType: form.text('organisationType'),
      bio: form.text('bio'),
      version: form.text('version'),
    };
    try {
      const chosen = {
        country: form.optional('country') ?? null,
        organisationType: form.optional('organisationType') ?? null,
        version: digits(form.optional('version')),
      };
      await this.updateMe.execute(request.actor, parseInput(updateMeSchema, { ...values, ...chosen }));
      // This device follows, so that it speaks the language that was chosen after signing out as well.
      if (isLocale(values.locale)) setLocaleCookie(reply, values.locale, this.config);
      return seeOther('/settings?done=saved');
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, await this.profile.render(request, { values, errors }));
    }
  }

  /** Links the profile to an organisation of the atlas; without one, undoes the link. */
  @Post('organisation')
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('write')
  async linkOrganisation(@Req() request: HttpRequest): Promise<SeeOther> {
    const worksFor = new FormInput(request.body).optional('worksFor') ?? null;
    await this.updateMe.execute(request.actor, parseInput(updateMeSchema, { worksFor }));
    return seeOther('/settings?done=saved');
  }

  @Post('verification')
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('mail-link')
  async verify(@Req() request: HttpRequest): Promise<SeeOther> {
    await this.sendVerification.execute(request.actor);
    return seeOther('/settings?done=mail-sent');
  }
}
