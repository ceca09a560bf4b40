import { createHash, createHmac, randomBytes } from 'node:crypto';

/** What is given out, and what is kept of it. */
export interface SecretToken {
  /** 256 random bits in base64url; never stored. */
  token: string;
  /** SHA-256 in base64url: enough for a secret that nobody can guess, and fast to look up. */
  tokenHash: string;
}

/** Bearer tokens begin with this, so that a leaked one is recognised by people and scanners. */
export const API_TOKEN_PREFIX = 'minga_';

export function newSecretToken(prefix = ''): SecretToken {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/** The same token whenever it is asked for in the same words, for whoever knows the secret. */
export function derivedToken(secret: string, words: readonly string[], prefix = ''): SecretToken {
  const token = prefix + createHmac('sha256', secret).update(JSON.stringify(words)).digest('base64url');
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Whether the text could be one of our tokens, so that no look-up is made for what cannot be one. */
export function isTokenShaped(token: string | undefined): token is string {
  return token !== undefined && /^(minga_)?[\w-]{43}$/.test(token);
}
