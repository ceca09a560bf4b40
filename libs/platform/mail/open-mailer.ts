import { Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { reasonOf, wrongSetting } from '../config/invalid-settings.js';
import type { Mailer } from './mailer.js';
import { OutboxMailer } from './outbox-mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const REFUSED = new Set(['EAUTH', 'ENOAUTH']);

/**
 * The mailer that the settings name: SMTP where `SMTP_URL` is set, a folder otherwise. A server that is away is only
 * warned of: everything but mail works without it.
 * @throws {InvalidSettings} when the server refuses the user or password
 */
export async function openMailer(config: Config): Promise<Mailer> {
  const { SMTP_URL, MAIL_FROM } = config.settings;
  if (!SMTP_URL) return new OutboxMailer(config.pathInData('outbox'), MAIL_FROM);
  const mailer = new SmtpMailer(SMTP_URL, MAIL_FROM);
  const { host } = new URL(SMTP_URL);
  await mailer.greet().catch((error: unknown) => {
    const reason = reasonOf(error);
    if (REFUSED.has((error as { code?: string }).code ?? ''))
      throw wrongSetting(
        'SMTP_URL',
        `the mail server at ${host} refuses the user or password in it (${reason})`,
      );
    new Logger('mail').warn(
      `SMTP_URL: no mail server answers at ${host} (${reason}); no mail is sent until one does`,
    );
  });
  return mailer;
}
