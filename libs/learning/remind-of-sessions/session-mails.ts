import { Injectable } from '@nestjs/common';
import type { MailReader } from '../../identity/index.js';
import { Config } from '../../platform/config/config.js';
import { Catalogue } from '../../platform/i18n/catalogue.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { plainText } from '../../platform/markdown/markdown.js';
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

  /**
   * @param about `timeZone` in which the reader lives, when known; the time is named in that of the session otherwise.
   * `lessons` that were learned, for the mail that tells the outcome; `removedReason` for whoever was removed
   */
  compose(
    mail: PendingMail | ReminderKind,
    session: SessionRecord,
    { name, locale }: MailReader,
    { timeZone, lessons, removedReason }: MailedAbout,
  ): { subject: string; text: string } {
    const link = `${this.config.baseUrl}${sessionUrl(session.id)}`;
    const values = {
      name,
      title: session.title,
      when: timeInWords(session.startsAtUtc, timeZone ?? session.timeZone, locale),
      link,
      meeting: session.meetingLink ?? link,
      reason: removedReason ?? session.cancelledReason ?? '',
      outcome: outcomeInWords(session.summary, lessons),
    };
    const say = (part: string) => this.catalogue.text(locale, `learning.${mail}-mail-${part}`, values);
    return { subject: say('subject'), text: say('text') };
  }
}

interface MailedAbout {
  timeZone: string | null;
  lessons: readonly string[];
  removedReason: string | null;
}

const EXCERPT_MAX = 600;

/** What is said of it as a whole, and each lesson on a line. */
function outcomeInWords(summary: string | null, lessons: readonly string[]): string {
  const all = summary === null ? [] : [excerptOf(summary)];
  return [...all, ...lessons.map((lesson) => `– ${excerptOf(lesson)}`)].join('\n\n');
}

function excerptOf(markdown: string): string {
  const words = plainText(markdown);
  return words.length > EXCERPT_MAX ? `${words.slice(0, EXCERPT_MAX - 1).toWellFormed()}…` : words;
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
