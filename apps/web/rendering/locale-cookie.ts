import type { Config } from '../../../libs/platform/config/config.js';
import { cookieName } from '../../../libs/platform/http/cookie-names.js';
import type { HttpReply } from '../../../libs/platform/http/http-request.js';
import { LOCALE_COOKIE } from '../../../libs/platform/http/request-locale.js';
import type { Locale } from '../../../libs/platform/i18n/locales.js';

const ONE_YEAR_IN_SECONDS = 365 * 24 * 3600;

/** Remembers the language on this device. */
export function setLocaleCookie(reply: HttpReply, locale: Locale, config: Config): void {
  reply.setCookie(cookieName(LOCALE_COOKIE, config), locale, {
    path: '/',
    httpOnly: true,
    maxAge: ONE_YEAR_IN_SECONDS,
    sameSite: 'lax',
    secure: config.isSecure,
  });
}
