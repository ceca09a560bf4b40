import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Catalogue } from '../../platform/i18n/catalogue.js';
import { DEFAULT_LOCALE, isLocale } from '../../platform/i18n/locales.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { deliverableEmail } from '../rules/email.js';

/** Not their name: whoever typed it may be a stranger to the address, with something to advertise. */
export interface Recipient {
  email: string;
  locale: string;
}

/**
 * The mails of this room, in the language of whoever gets them. Nobody waits for the mail server and its failure is
 * only logged: a link can be asked for again.
 */
@Injectable()
export class IdentityMails implements BeforeApplicationShutdown {
  private readonly logger = new Logger('mail');
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly mailer: Mailer,
    private readonly catalogue: Catalogue,
    private readonly config: Config,
  ) {}

  sendVerification(to: Recipient, token: string): void {
    this.send('verify-mail', to, `${this.config.baseUrl}/verify?token=${token}`);
  }

  sendPasswordReset(to: Recipient, token: string): void {
    this.send('reset-mail', to, `${this.config.baseUrl}/reset?token=${token}`);
  }

  /** Resolves when every mail begun so far is sent or given up. */
  async settled(): Promise<void> {
    // A mail may begin while another is waited for.
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /** Work that ends in a mail and that the answer must not wait for. */
  afterwards(work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => this.logger.error(`a mail was not sent: ${String(error)}`))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  private send(template: 'verify-mail' | 'reset-mail', { email, locale }: Recipient, link: string): void {
    const language = isLocale(locale) ? locale : DEFAULT_LOCALE;
    const text = (part: string) => this.catalogue.text(language, `identity.${template}-${part}`, { link });
    this.afterwards(() =>
      this.mailer.send({ to: deliverableEmail(email), subject: text('subject'), text: text('text') }),
    );
  }
}
