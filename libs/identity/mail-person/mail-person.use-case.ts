import { Injectable } from '@nestjs/common';
import { DEFAULT_LOCALE, isLocale, type Locale } from '../../platform/i18n/locales.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { AccountRow } from '../identity.cypher.js';
import { IdentityRepository } from '../identity.repository.js';
import { deliverableEmail } from '../rules/email.js';

/** Whoever gets a mail, as the room that writes it may know them: no address. */
export interface MailReader {
  id: string;
  name: string;
  locale: Locale;
}

/**
 * What a mail is about. `account`: the account of its reader, who has to get it whether or not they have proved their
 * address. `community`: anything else, which goes to proved addresses only, so that nobody is written to because
 * somebody else typed their address.
 */
export type MailSubject = 'account' | 'community';

/** Mails a person on behalf of another room, so that addresses stay in this one. */
@Injectable()
export class MailPerson {
  constructor(
    private readonly people: IdentityRepository,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Resolves when the mail is accepted; false when there is no such person, or none who may be mailed about that.
   * @param compose writes the mail in the language of its reader
   * @throws {DomainError} `mail/server-unreachable`: the caller sends it again later
   */
  async execute(
    personId: string,
    about: MailSubject,
    compose: (reader: MailReader) => { subject: string; text: string },
  ): Promise<boolean> {
    const account = await this.people.findAccount(personId);
    if (!account || !mayBeMailed(account, about)) return false;
    const { id, name, email } = account;
    const locale = isLocale(account.locale) ? account.locale : DEFAULT_LOCALE;
    await this.mailer.send({ to: deliverableEmail(email), ...compose({ id, name, locale }) });
    return true;
  }
}

function mayBeMailed({ invented, disabledAt, verifiedAt }: AccountRow, about: MailSubject): boolean {
  return !invented && disabledAt === null && (about === 'account' || verifiedAt !== null);
}
