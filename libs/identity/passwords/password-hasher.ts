import { Injectable } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';
import { invalid } from '../../platform/errors/domain-error.js';
import {
  LONGEST_PASSWORD,
  normalizePassword,
  passwordRefusal,
  SHORTEST_PASSWORD,
} from '../rules/password.js';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, two passes, one lane. */
const PARAMETERS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password that opens nothing, with the same {@link PARAMETERS}. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$ytojbi4h/jXbYjbOjdneKg$AMTj3CGHVLAh44ve92KDpyjEy/YeWZNUDsedh//r/7k';

/** Hashes and checks passwords. It takes tens of milliseconds, so never do it within a transaction. */
@Injectable()
export class PasswordHasher {
  hash(password: string): Promise<string> {
    return hash(normalizePassword(password), PARAMETERS);
  }

  /**
   * @param passwordHash null when there is no such account: the same work is done, so that the time it takes does
   * not tell whether the account exists
   */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const normal = normalizePassword(password);
    if (passwordHash) return verify(passwordHash, normal);
    await verify(NOBODYS_HASH, normal);
    return false;
  }
}

/**
 * @throws {DomainError} `platform/invalid-input` with the reason on the field `password`
 */
export function requireGoodPassword(password: string, person: { name: string; email: string }): void {
  const code = passwordRefusal(password, person);
  if (!code) return;
  const data = { minimum: SHORTEST_PASSWORD, maximum: LONGEST_PASSWORD };
  throw invalid('platform/invalid-input', {}, [{ field: 'password', code, data }]);
}
