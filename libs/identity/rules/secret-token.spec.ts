import { describe, expect, it } from '@jest/globals';
import { API_TOKEN_PREFIX, hashToken, isTokenShaped, newSecretToken } from './secret-token.js';

describe('a secret token', () => {
  it('is kept as its SHA-256 only', () => {
    const { token, tokenHash } = newSecretToken();
    expect(tokenHash).toBe(hashToken(token));
    expect(tokenHash).not.toContain(token);
    expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });

  it('is never the same twice', () => {
    const tokens = new Set(Array.from({ length: 1000 }, () => newSecretToken().token));
    expect(tokens.size).toBe(1000);
  });

  it('has a shape that tells it from anything else', () => {
    expect(isTokenShaped(newSecretToken().token)).toBe(true);
    expect(isTokenShaped(newSecretToken(API_TOKEN_PREFIX).token)).toBe(true);
    expect(isTokenShaped(undefined)).toBe(false);
    expect(isTokenShaped('')).toBe(false);
    expect(isTokenShaped(`${newSecretToken().token} OR 1=1`)).toBe(false);
  });
});
