import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { DATA_POLICY, isPage, pagePolicy, withNonce } from './content-policy.js';

/** Nothing here asks for the camera, the place or the like, and nothing that slipped in shall. */
const PERMISSIONS = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const OF_EVERY_ANSWER = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': PERMISSIONS,
  'x-frame-options': 'DENY',
};

const STAY_ON_HTTPS = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** Sets the headers that every answer carries, and gives pages their nonce. */
export function securityHeaders(config: Config) {
  const { host } = new URL(config.baseUrl);
  const headers = config.isSecure ? { ...OF_EVERY_ANSWER, ...STAY_ON_HTTPS } : OF_EVERY_ANSWER;
  return async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    reply.headers(headers);
    reply.header('x-request-id', String(request.id));
    // Pages hold the reader's name and forms: nobody else's cache may keep them.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
    return applyPolicy(reply, payload, host);
  };
}

function applyPolicy(reply: FastifyReply, payload: unknown, host: string): unknown {
  // Kept answers bring the policy that fits their nonce; "not modified" leaves the browser the one that it has.
  if (reply.hasHeader('content-security-policy') || reply.statusCode === 304) return payload;
  const contentType = String(reply.getHeader('content-type') ?? '');
  if (!isPage(contentType)) {
    reply.header('content-security-policy', DATA_POLICY);
    return payload;
  }
  const page = typeof payload === 'string' ? withNonce(payload) : { html: payload, nonce: null };
  reply.header('content-security-policy', pagePolicy(page.nonce, host));
  // The nonce is a hash of the page, so it also tells whether a browser has this very page.
  if (page.nonce && !reply.hasHeader('set-cookie')) reply.header('etag', `W/"${page.nonce}"`);
  return page.html;
}
