import { isIPv4, isIPv6 } from 'node:net';

/** `::ffff:0:0/96`: an IPv4 address as those see it who speak IPv6 only. */
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/**
 * The one spelling of an address, whatever a proxy or a socket makes of it: with a port, in brackets, with a zone, in
 * quotation marks, IPv4 written as IPv6. Null for what is no address.
 */
export function readAddress(text: string): string | null {
  const bare = text.trim().replace(/^"(.*)"$/, '$1');
  const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(bare) ?? [];
  const [, beforePort] = /^([\d.]+):\d{1,5}$/.exec(bare) ?? [];
  const [address = ''] = (bracketed ?? beforePort ?? bare).split('%');
  if (isIPv4(address)) return address;
  return isIPv6(address) ? unmapped(new URL(`http://[${address}]`).hostname.slice(1, -1)) : null;
}

/**
 * The part of an address that one customer of a network holds: an IPv4 address whole, of an IPv6 address the first 64
 * bits, since anyone has as many of the rest as they like.
 * @param address as {@link readAddress} gives it; anything else stands for itself
 */
export function addressGroup(address: string): string {
  const read = readAddress(address) ?? address;
  if (!isIPv6(read)) return read;
  const [head = '', tail] = read.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right];
  return groups.slice(0, 4).join(':');
}

function unmapped(ipv6: string): string {
  const [, high, low] = MAPPED.exec(ipv6) ?? [];
  if (high === undefined || low === undefined) return ipv6;
  const number = Number.parseInt(high, 16) * 0x10000 + Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((bits) => (number >>> bits) & 0xff).join('.');
}
