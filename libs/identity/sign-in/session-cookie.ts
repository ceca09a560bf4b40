import type {} from '@fastify/cookie';
import type { Config } from '../../platform/config/config.js';
import { cookieName } from '../../platform/http/cookie-names.js';
import type { HttpReply } from '../../platform/http/http-request.js';
import type { OpenedSession } from '../credentials.repository.js';

/** Without the prefix that it has over HTTPS; see {@link sessionCookieName}. */
export const SESSION_COOKIE = 'minga_session';

export function sessionCookieName(config: Config): string {
  return cookieName(SESSION_COOKIE, config);
}

/** Scripts cannot read it, other sites cannot send it along with a form, and it travels encrypted where we do. */
function attributes(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isSecure } as const;
}

export function setSessionCookie(reply: HttpReply, session: OpenedSession, config: Config): void {
  const expires = new Date(session.expiresAt);
  reply.setCookie(sessionCookieName(config), session.token, { ...attributes(config), expires });
}

export function clearSessionCookie(reply: HttpReply, config: Config): void {
  reply.clearCookie(sessionCookieName(config), attributes(config));
  // The next person at this browser shall not find pages of the last one. Drafts stay, each under their own name.
  reply.header('clear-site-data', '"cache"');
}
