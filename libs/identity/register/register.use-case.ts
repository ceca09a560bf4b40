import { Injectable } from '@nestjs/common';
import { conflict } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { UniquenessViolation } from '../../platform/graph/graph-errors.js';
import { DEFAULT_LOCALE } from '../../platform/i18n/locales.js';
import { newId } from '../../platform/ids/new-id.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { findReceipt } from '../../platform/receipts/receipts.cypher.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { personKey } from '../contracts.js';
import { CredentialsRepository, type MadeLink } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';
import { IdentityMails } from '../mails/identity-mails.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { requireAccount, type SignedIn } from '../sign-in/signed-in.js';
import type { RegisterInput } from './register.dto.js';

/** Later, whoever has an account signs in. */
const SENT_AGAIN_WITHIN_MS = 10 * 60_000;

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

  /**
   * Sending the same again under the same `clientKey`, within ten minutes, signs in as the first time.
   * @throws {DomainError} `identity/email-taken`, `platform/invalid-input`, on the name also `identity/name-imitates`
   */
  async execute(input: RegisterInput, userAgent: string): Promise<SignedIn> {
    const { name, email } = input;
    this.passwords.requireGood(input.password, input);
    // Hashed in any case: the time it takes shall not tell more than the answer does.
    const passwordHash = await this.passwords.hash(input.password);
    const { password: _, ...told } = input;
    const key = clientRequestKey(null, ['register'], told);
    const locale = input.locale ?? DEFAULT_LOCALE;
    const person = { name, email, passwordHash, locale, country: input.country };
    const isKnown = (await this.people.findCredentials(email)) !== null;
    const signedIn = isKnown ? null : await this.save(person, userAgent, key);
    if (!signedIn) return this.signInAgain(input, userAgent, key);
    if ('token' in signedIn.link) this.mails.sendVerification({ email, locale }, signedIn.link.token);
    return { person: signedIn.person, session: signedIn.session };
  }

  private async save(
    {
      country,
      ...person
    }: { name: string; email: string; passwordHash: string; locale: string; country?: string },
    userAgent: string,
    key: string | null,
  ): Promise<(SignedIn & { link: MadeLink }) | null> {
    const id = newId();
    const createdAt = new Date().toISOString();
    try {
      return await this.graph.write(async (tx) => {
        const made = await answerOnce(tx, { key, at: createdAt }, async () => ({ id }));
        if (made.id !== id) return null;
        const rest = { id, verifiedAt: null, roles: ['member'], bio: '', organisation: '', createdAt };
        await this.people.requireOwnName(tx, person.name, id);
        await this.people.create(tx, { ...person, ...rest });
        if (country) await this.people.setCountry(tx, id, country, createdAt);
        const link = await this.credentials.createLink(tx, id, 'verify-email');
        const session = await this.credentials.openSession(tx, id, userAgent);
        const data = { id, name: person.name };
        await this.events.append(tx, { room: personKey(id), type: 'identity.person-registered', data });
        return { person: requireAccount(await this.people.findAccount(id, tx)), session, link };
      });
    } catch (error) {
      // Somebody registered the address between the look-up and the write.
      if (error instanceof UniquenessViolation) return null;
      throw error;
    }
  }

  /** The same form again, as by a double click: whoever sends it is signed in as by the first. */
  private async signInAgain(
    { email, password }: RegisterInput,
    userAgent: string,
    key: string | null,
  ): Promise<SignedIn> {
    const known = await this.people.findCredentials(email);
    const isSent = known !== null && known.disabledAt === null && (await this.hasMade(known.id, key));
    if (!isSent || !(await this.passwords.matches(known.passwordHash, password)))
      throw conflict('identity/email-taken');
    return this.graph.write(async (tx) => ({
      session: await this.credentials.openSession(tx, known.id, userAgent),
      person: requireAccount(await this.people.findAccount(known.id, tx)),
    }));
  }

  private async hasMade(id: string, key: string | null): Promise<boolean> {
    if (key === null) return false;
    const since = new Date(Date.now() - SENT_AGAIN_WITHIN_MS).toISOString();
    const [receipt] = await this.graph.read(findReceipt, { key, since });
    return receipt?.answer === JSON.stringify({ id });
  }
}
