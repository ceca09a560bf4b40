import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const THROUGH_A_PROXY = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
const THIS_MACHINE = /^(::1|(::ffff:)?127(\.\d+){3})$/;

/**
 * Whether measurements are for whoever asks: with the token of the settings; where none is set, from this very machine and
 * through no proxy, behind which everyone would seem to be on it.
 */
export function mayReadMetrics(
  { headers, socket }: { headers: IncomingHttpHeaders; socket: { remoteAddress?: string } },
  token: string | undefined,
): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  if (THROUGH_A_PROXY.some((name) => headers[name] !== undefined)) return false;
  return THIS_MACHINE.test(socket.remoteAddress ?? '');
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
