import { Controller, Post, Req, Res } from '@nestjs/common';
import { ChangeLanguage } from '../../../../libs/identity/index.js';
import { Public } from '../../../../libs/platform/access/access-rule.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpReply, HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { isLocale } from '../../../../libs/platform/i18n/locales.js';
import { backPath, withoutParameter } from '../../rendering/back-path.js';
import { FormInput } from '../../rendering/form-input.js';
import { setLocaleCookie } from '../../rendering/locale-cookie.js';
import { PageRoute, type SeeOther, seeOther } from '../../rendering/page-route.js';

@Controller('language')
export class LanguagePages {
  constructor(
    private readonly changeLanguage: ChangeLanguage,
    private readonly config: Config,
  ) {}

  /** Remembers the language on this device and for the person, and comes back to the page as it was, in no other language. */
  @Post()
  @PageRoute()
  @Public()
  @RateLimit('write')
  async change(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): Promise<SeeOther> {
    const form = new FormInput(request.body);
    const locale = form.text('to');
    if (isLocale(locale)) {
      setLocaleCookie(reply, locale, this.config);
      if (isSignedIn(request.actor)) await this.changeLanguage.execute(request.actor, locale);
    }
    return seeOther(withoutParameter(backPath(form.text('back')), 'lang'));
  }
}
