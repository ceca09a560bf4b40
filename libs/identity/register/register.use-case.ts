import { Injectable } from '@nestjs/common';
import { conflict } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { UniquenessViolation } from '../../platform/graph/graph-errors.js';
import { DEFAULT_LOCALE } from '../../platform/i18n/locales.js';
import { newId } from '../../platform/ids/new-id.js';
import { personKey } from '../contracts.js';
import { CredentialsRepository, type MadeLink } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';
import { IdentityMails } from '../mails/identity-mails.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { requireAccount, type SignedIn } from '../sign-in/signed-in.js';
import type { RegisterInput } from './register.dto.js';

/** Makes an account, signs its person in, and sends a link that proves the address. */
@Injectable()
export class Register {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly events: EventLog,
    private readonly passwords: PasswordHasher,
    private readonly mails: IdentityMails,
  ) {}

  /** @throws {DomainError} `identity/email-taken`, `platform/invalid-input` */
  async execute(input: RegisterInput, userAgent: string): Promise<SignedIn> {
    const { name, email } = input;
    this.passwords.requireGood(input.password, input);
    // Hashed in any case: the time it takes shall not tell more than the answer does.
    const passwordHash = await this.passwords.hash(input.password);
    if (await this.people.findCredentials(email)) throw conflict('identity/email-taken');
    const locale = input.locale ?? DEFAULT_LOCALE;
    const signedIn = await this.save(
      { name, email, passwordHash, locale, country: input.country },
      userAgent,
    );
    if ('token' in signedIn.link) this.mails.sendVerification({ email, locale }, signedIn.link.token);
    return { person: signedIn.person, session: signedIn.session };
  }

  private async save(
    {
      country,
      ...person
    }: { name: string; email: string; passwordHash: string; locale: string; country?: string },
    userAgent: string,
  ): Promise<SignedIn & { link: MadeLink }> {
    const id = newId();
    const createdAt = new Date().toISOString();
    try {
      return await this.graph.write(async (tx) => {
        const rest = { id, verifiedAt: null, roles: ['member'], bio: '', organisation: '', createdAt };
        await this.people.create(tx, { ...person, ...rest });
        if (country) await this.people.setCountry(tx, id, country, createdAt);
        const link = await this.credentials.createLink(tx, id, 'verify-email');
        const session = await this.credentials.openSession(tx, id, userAgent);
        const data = { id, name: person.name };
        await this.events.append(tx, { room: personKey(id), type: 'identity.person-registered', data });
        return { person: requireAccount(await this.people.findAccount(id, tx)), session, link };
      });
    } catch (error) {
      // Someone else registered the address between the look-up and the write.
      if (error instanceof UniquenessViolation) throw conflict('identity/email-taken');
      throw error;
    }
  }
}
