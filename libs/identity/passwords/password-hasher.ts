import { Injectable } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';
import { Config } from '../../platform/config/config.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { LONGEST_PASSWORD, normalizePassword, passwordRefusal } from '../rules/password.js';

/** The least that OWASP's Password Storage Cheat Sheet advises, for argon2id (the library's default), one lane. */
const LEAST = { memoryCost: 19_456, timeCost: 2 };

/** Of a password that opens nothing, with what is {@link LEAST}. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$ytojbi4h/jXbYjbOjdneKg$AMTj3CGHVLAh44ve92KDpyjEy/YeWZNUDsedh//r/7k';

/** Judges, hashes and checks passwords. It takes tens of milliseconds, so never do it within a transaction. */
@Injectable()
export class PasswordHasher {
  private readonly parameters: Options & typeof LEAST;
  private readonly shortest: number;
  /** Made at the start, so that the first sign-in to an unknown account takes no longer than others. */
  private readonly nobodys: Promise<string>;

  constructor(config: Config) {
    const { ARGON2_MEMORY_KIB: memoryCost, ARGON2_PASSES: timeCost, PASSWORD_MIN_LENGTH } = config.settings;
    this.parameters = { memoryCost, timeCost, parallelism: 1 };
    this.shortest = PASSWORD_MIN_LENGTH;
    const isLeast = memoryCost === LEAST.memoryCost && timeCost === LEAST.timeCost;
    this.nobodys = isLeast ? Promise.resolve(NOBODYS_HASH) : hash('', this.parameters);
  }

  hash(password: string): Promise<string> {
    return hash(normalizePassword(password), this.parameters);
  }

  /**
   * @param passwordHash null when there is no such account: the same work is done, so that the time it takes does
   * not tell whether the account exists
   */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const normal = normalizePassword(password);
    if (passwordHash) return verify(passwordHash, normal);
    await verify(await this.nobodys, normal);
    return false;
  }

  /** Whether the hash was made with less work than is asked for now. */
  isWeak(passwordHash: string): boolean {
    const [, memory, passes] = /\$m=(\d+),t=(\d+),/.exec(passwordHash) ?? [];
    const { memoryCost, timeCost } = this.parameters;
    return Number(memory) < memoryCost || Number(passes) < timeCost;
  }

  /**
   * @param field its name in the form
   * @throws {DomainError} `platform/invalid-input` with the reason on the field
   */
  requireGood(password: string, person: { name: string; email: string }, field = 'password'): void {
    const code = passwordRefusal(password, person, this.shortest);
    if (!code) return;
    const data = { minimum: this.shortest, maximum: LONGEST_PASSWORD };
    throw invalid('platform/invalid-input', {}, [{ field, code, data }]);
  }
}
