import { DEFAULT_LOCALE, isLocale, type Locale, localeFromHeader } from '../i18n/locales.js';
import type { HttpRequest } from './http-request.js';

/** Without the prefix that it has over HTTPS; see `cookieName`. */
export const LOCALE_COOKIE = 'minga_locale';

/**
 * The language to answer in: chosen by link, that of the page whose form is sent, by the person's profile, by the cookie of
 * this device where nobody is signed in, by the browser, else English. A form is read in the language in which it was filled in, whatever was chosen meanwhile.
 */
export function requestLocale(request: HttpRequest): Locale {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  const chosen = request.cookies?.[`__Host-${LOCALE_COOKIE}`] ?? request.cookies?.[LOCALE_COOKIE];
  const ofForm = (request.body as { _lang?: unknown } | undefined)?._lang;
  const candidates = [asked, ofForm, request.actor?.locale, chosen];
  return candidates.find(isLocale) ?? localeFromHeader(request.headers['accept-language']) ?? DEFAULT_LOCALE;
}
