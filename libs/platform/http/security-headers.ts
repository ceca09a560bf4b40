import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';

/** Scripts, styles and connections from our own address only; nothing inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Sets the headers that every answer carries. */
export function securityHeaders(config: Config) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('x-request-id', String(request.id));
    if (config.isSecure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    // Pages hold the reader's name and forms: nobody else's cache may keep them.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
  };
}
