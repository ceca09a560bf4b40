import type { Config } from '../config/config.js';
import type { Mailer } from './mailer.js';
import { OutboxMailer } from './outbox-mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

/** The mailer that the settings name: SMTP where `SMTP_URL` is set, a folder otherwise. */
export function openMailer(config: Config): Mailer {
  const { SMTP_URL, MAIL_FROM } = config.settings;
  return SMTP_URL
    ? new SmtpMailer(SMTP_URL, MAIL_FROM)
    : new OutboxMailer(config.pathInData('outbox'), MAIL_FROM);
}
