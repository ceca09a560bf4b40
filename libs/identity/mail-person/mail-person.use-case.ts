import { Injectable } from '@nestjs/common';
import { DEFAULT_LOCALE, isLocale, type Locale } from '../../platform/i18n/locales.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { IdentityRepository } from '../identity.repository.js';

/** Whoever gets a mail, as the room that writes it may know them: no address. */
export interface MailReader {
  id: string;
  name: string;
  locale: Locale;
}

/** Mails a person on behalf of another room, so that addresses stay in this one. */
@Injectable()
export class MailPerson {
  constructor(
    private readonly people: IdentityRepository,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Resolves when the mail is accepted; false when there is no such person.
   * @param compose writes the mail in the language of its reader
   * @throws {DomainError} `mail/server-unreachable`: the caller sends it again later
   */
  async execute(
    personId: string,
    compose: (reader: MailReader) => { subject: string; text: string },
  ): Promise<boolean> {
    const account = await this.people.findAccount(personId);
    if (!account) return false;
    const { id, name, email } = account;
    const locale = isLocale(account.locale) ? account.locale : DEFAULT_LOCALE;
    await this.mailer.send({ to: email, ...compose({ id, name, locale }) });
    return true;
  }
}
