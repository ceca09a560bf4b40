import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { Config } from '../../platform/config/config.js';
import { cookieName } from '../../platform/http/cookie-names.js';
import type { HttpReply, HttpRequest } from '../../platform/http/http-request.js';
import { emailKey } from '../rules/email.js';
import type { Place } from './attempt-limit.js';

/** Without the prefix that it has over HTTPS. */
const DEVICE_COOKIE = 'minga_device';

const ONE_YEAR_IN_SECONDS = 365 * 24 * 3600;
const DEVICE_BYTES = 16;
const SEAL_BYTES = 16;

/** Accounts that a device in a library or a training room is known to; the latest count. */
const MOST_ACCOUNTS = 12;

interface Device {
  id: string;
  /** One for each account that has signed in here; nobody else can make them, and they name nobody. */
  seals: string[];
}

/**
 * Where the request comes from, for counting attempts to sign in as this account. A device is known to an account that
 * has signed in on it before: what strangers try elsewhere never stops it. Knowing it lets nobody in (after OWASP's
 * device cookies).
 */
export function placeOf(
  request: Pick<HttpRequest, 'address' | 'cookies'>,
  email: string,
  config: Config,
): Place {
  const device = deviceIn(request, config);
  const seal = device && sealOf(device.id, email, config);
  const isKnown = device?.seals.some((kept) => isSame(kept, seal ?? '')) ?? false;
  return { address: request.address, device: isKnown ? device?.id : null };
}

/** From now on the device is known to the account: its owner has just signed in here, or opened a link from their mail. */
export function rememberDevice(
  request: Pick<HttpRequest, 'cookies'>,
  reply: HttpReply,
  email: string,
  config: Config,
): void {
  const { id, seals } = deviceIn(request, config) ?? newDevice();
  const seal = sealOf(id, email, config);
  const kept = [seal, ...seals.filter((other) => other !== seal)].slice(0, MOST_ACCOUNTS);
  reply.setCookie(cookieName(DEVICE_COOKIE, config), [id, ...kept].join('.'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.isSecure,
    maxAge: ONE_YEAR_IN_SECONDS,
  });
}

function newDevice(): Device {
  return { id: randomBytes(DEVICE_BYTES).toString('base64url'), seals: [] };
}

function deviceIn({ cookies }: Pick<HttpRequest, 'cookies'>, config: Config): Device | null {
  const cookie = cookies?.[cookieName(DEVICE_COOKIE, config)] ?? '';
  if (!/^[\w-]{22}(\.[\w-]{22})+$/.test(cookie)) return null;
  const [id = '', ...seals] = cookie.split('.');
  return { id, seals: seals.slice(0, MOST_ACCOUNTS) };
}

function sealOf(id: string, email: string, config: Config): string {
  const hmac = createHmac('sha256', config.sharedSecret).update(`device ${id} ${emailKey(email)}`);
  return hmac.digest().subarray(0, SEAL_BYTES).toString('base64url');
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
