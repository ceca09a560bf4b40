import { createHmac, randomBytes } from 'node:crypto';

/**
 * Stands in pages where the nonce goes ({@link withNonce}). It is made anew by each process and never leaves it, so
 * that nobody can write it into what they post.
 */
export const NONCE_PLACE = `nonce-place-${randomBytes(16).toString('hex')}`;

const SECRET = randomBytes(32);

/** What may happen on a page: our own files only, scripts only where we drew them, nothing inline. */
const OF_PAGES = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** Data is no page, and nothing may happen on it even if a browser took it for one. */
const OF_DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Puts a nonce into a page. It is a keyed hash of the page itself: whoever could slip a script into the page would
 * change the page and so the nonce, which they cannot foresee. A page that stays the same keeps its nonce, so that
 * browsers and caches may hold on to it.
 */
export function withNonce(html: string): { html: string; nonce: string | null } {
  if (!html.includes(NONCE_PLACE)) return { html, nonce: null };
  const nonce = createHmac('sha256', SECRET).update(html).digest('base64url').slice(0, 24);
  return { html: html.replaceAll(NONCE_PLACE, nonce), nonce };
}

/**
 * @param nonce what scripts must bear; without one, any file of ours may run
 * @param host of this site, since some browsers do not count its sockets as its own
 */
export function pagePolicy(nonce: string | null, host: string): string {
  // Browsers that know `strict-dynamic` go by the nonce alone; the others by 'self'.
  const scripts = nonce ? `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'` : "script-src 'self'";
  return [...OF_PAGES, scripts, `connect-src 'self' ws://${host} wss://${host}`].join('; ');
}

/** @param contentType of the answer */
export function isPage(contentType: string): boolean {
  return /^(text\/html|text\/javascript|application\/javascript)\b/.test(contentType);
}

export { OF_DATA as DATA_POLICY };
