import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** Tokens that prove that a form was made for this very session, by whichever process drew it. */
@Injectable()
export class CsrfTokens {
  constructor(private readonly config: Config) {}

  tokenFor(sessionId: string): string {
    return createHmac('sha256', this.config.sharedSecret).update(sessionId).digest('base64url');
  }

  isValid(sessionId: string, token: unknown): boolean {
    if (typeof token !== 'string') return false;
    const expected = Buffer.from(this.tokenFor(sessionId));
    const given = Buffer.from(token);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
