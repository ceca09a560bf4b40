import type {} from '@fastify/cookie';
import type { Config } from '../../platform/config/config.js';
import type { HttpReply } from '../../platform/http/http-request.js';
import type { OpenedSession } from '../credentials.repository.js';

export const SESSION_COOKIE = 'minga_session';

/** Scripts cannot read it, other sites cannot send it along with a form, and it travels encrypted where we do. */
function attributes(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isSecure } as const;
}

export function setSessionCookie(reply: HttpReply, session: OpenedSession, config: Config): void {
  const expires = new Date(session.expiresAt);
  reply.setCookie(SESSION_COOKIE, session.token, { ...attributes(config), expires });
}

export function clearSessionCookie(reply: HttpReply, config: Config): void {
  reply.clearCookie(SESSION_COOKIE, attributes(config));
}
