import { z } from 'zod';

export const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');

export const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

/** A number within bounds; what is not one is told with the bounds, and with what stands there. */
export function numberFrom(least: number, most?: number) {
  return number('a number', least, most, (value) => Number.isFinite(value));
}

/** As {@link numberFrom}, without fractions. */
export function wholeNumberFrom(least: number, most?: number) {
  return number('a whole number', least, most, Number.isInteger);
}

function number(what: string, least: number, most = Infinity, isRight: (value: number) => boolean) {
  const bounds = most === Infinity ? `of ${least} or more` : `from ${least} to ${most}`;
  const isWithin = (value: number) => value >= least && value <= most && isRight(value);
  return z
    .string()
    .trim()
    .refine((text) => /^-?\d+(\.\d+)?$/.test(text) && isWithin(Number(text)), {
      error: ({ input }) => `must be ${what} ${bounds}, not "${input}"`,
    })
    .transform(Number);
}

/** The address of an engine. What stands in it may hold a password, so it is not repeated. */
export function addressOf(schemes: readonly string[], example: string) {
  return optionalText.refine((text) => text === undefined || hasScheme(text, schemes), {
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}, such as ${example}`,
  });
}

/** The public address: scheme, host and perhaps a port. Pages stand at its root. */
export const publicAddress = optionalText.refine((text) => text === undefined || isPublicAddress(text), {
  error: ({ input }) =>
    `must begin with http:// or https:// and be followed by a host alone, such as https://community.example.org, not "${input}"`,
});

function hasScheme(text: string, schemes: readonly string[]): boolean {
  const address = parsed(text);
  return address !== null && address.host !== '' && schemes.includes(address.protocol.slice(0, -1));
}

function isPublicAddress(text: string): boolean {
  const address = parsed(text);
  if (!address || !hasScheme(text, ['http', 'https'])) return false;
  const hasMore = address.username || address.password || address.search || address.hash;
  return !hasMore && /^\/*$/.test(address.pathname);
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
