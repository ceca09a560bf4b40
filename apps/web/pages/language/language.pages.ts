import { Controller, Get, Req, Res } from '@nestjs/common';
import { UpdateMe } from '../../../../libs/identity/index.js';
import { Public } from '../../../../libs/platform/access/access-rule.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpReply, HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { isLocale } from '../../../../libs/platform/i18n/locales.js';
import { backPath } from '../../rendering/back-path.js';
import { FormInput } from '../../rendering/form-input.js';
import { setLocaleCookie } from '../../rendering/locale-cookie.js';
import { PageRoute, type SeeOther, seeOther } from '../../rendering/page-route.js';

@Controller('language')
export class LanguagePages {
  constructor(
    private readonly updateMe: UpdateMe,
    private readonly config: Config,
  ) {}

  /** Changes the language by a link, remembers it on this device and for the person, and comes back. */
  @Get()
  @PageRoute()
  @Public()
  async change(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): Promise<SeeOther> {
    const asked = new FormInput(request.query);
    const locale = asked.text('to');
    if (isLocale(locale)) {
      setLocaleCookie(reply, locale, this.config);
      // A link elsewhere may choose the language of this device, not change the profile.
      const own = request.headers['sec-fetch-site'] !== 'cross-site';
      if (own && isSignedIn(request.actor) && request.actor.locale !== locale) {
        await this.updateMe.execute(request.actor, { locale });
      }
    }
    return seeOther(backPath(asked.text('back')));
  }
}
