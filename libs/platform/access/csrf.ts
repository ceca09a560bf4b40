import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SharedSecrets } from './shared-secrets.js';

/** Tokens that prove that a form was made for this very session, by whichever process drew it. */
@Injectable()
export class CsrfTokens implements OnModuleInit {
  private secret = '';

  constructor(private readonly secrets: SharedSecrets) {}

  async onModuleInit(): Promise<void> {
    this.secret = await this.secrets.get('csrf');
  }

  tokenFor(sessionId: string): string {
    return createHmac('sha256', this.secret).update(sessionId).digest('base64url');
  }

  isValid(sessionId: string, token: unknown): boolean {
    if (typeof token !== 'string') return false;
    const expected = Buffer.from(this.tokenFor(sessionId));
    const given = Buffer.from(token);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
