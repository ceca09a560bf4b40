import { Injectable } from '@nestjs/common';
import type { MailReader } from '../../identity/index.js';
import { Config } from '../../platform/config/config.js';
import { Catalogue } from '../../platform/i18n/catalogue.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { sessionUrl } from '../contracts.js';
import type { PendingMail } from '../registrations.cypher.js';
import type { ReminderKind } from '../rules/reminders.js';
import type { SessionRecord } from '../session-record.js';

/** Words of the mails about sessions, in the language of whoever reads them. */
@Injectable()
export class SessionMails {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly config: Config,
  ) {}

  /** @param timeZone in which the reader lives, when known; the time is named in that of the session otherwise */
  compose(
    mail: PendingMail | ReminderKind,
    session: SessionRecord,
    { name, locale }: MailReader,
    timeZone: string | null,
  ): { subject: string; text: string } {
    const link = `${this.config.baseUrl}${sessionUrl(session.id)}`;
    const values = {
      name,
      title: session.title,
      when: timeInWords(session.startsAtUtc, timeZone ?? session.timeZone, locale),
      link,
      meeting: session.meetingLink ?? link,
      reason: session.cancelledReason ?? '',
    };
    const say = (part: string) => this.catalogue.text(locale, `learning.${mail}-mail-${part}`, values);
    return { subject: say('subject'), text: say('text') };
  }
}

function timeInWords(utc: string, timeZone: string, locale: Locale): string {
  const time = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(utc));
  return `${time} (${timeZone})`;
}
