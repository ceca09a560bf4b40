import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Catalogue } from '../../platform/i18n/catalogue.js';
import { languageName } from '../../platform/i18n/language-name.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { plainText } from '../../platform/markdown/markdown.js';
import { sessionUrl } from '../contracts.js';
import type { RegistrationRow } from '../registrations.cypher.js';
import type { CalendarEvent } from '../rules/icalendar.js';
import type { SessionRecord } from '../session-record.js';

/** What the reader of a calendar has to do with a session. */
export interface CalendarReader {
  locale: Locale;
  /** Whether they may know where it meets. */
  inside: boolean;
  waiting: boolean;
  /** Their part in it, also one that they gave back. */
  part: Pick<RegistrationRow, 'revision' | 'since'> | null;
}

/** Sessions as events of a calendar, in the words of whoever reads it. */
@Injectable()
export class SessionCalendar {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly config: Config,
  ) {}

  nameOfFeed(locale: Locale): string {
    return this.catalogue.text(locale, 'learning.calendar-name');
  }

  toEvent(session: SessionRecord, reader: CalendarReader): CalendarEvent {
    const url = `${this.config.baseUrl}${sessionUrl(session.id)}`;
    const meeting = reader.inside && session.cancelledAt === null ? session.meetingLink : null;
    const { startsAtUtc, endsAtUtc, timeZone, createdAt, title } = session;
    return {
      ...{ ...revisionOf(session, reader), timeZone, createdAt, url },
      uid: `${session.id}@sessions.minga`,
      status: statusOf(session, reader),
      startsAt: startsAtUtc,
      endsAt: endsAtUtc,
      summary: title,
      description: this.describe(session, reader, { meeting, url }),
      location: meeting ?? url,
      organizer: this.organizerOf(session),
    };
  }

  private describe(
    session: SessionRecord,
    { locale, inside, waiting }: CalendarReader,
    { meeting, url }: { meeting: string | null; url: string },
  ): string {
    const say = (key: string, values: Record<string, string> = {}) =>
      this.catalogue.text(locale, `learning.calendar-${key}`, values);
    const interpretation = inside ? session.interpretationLinks : [];
    const calledOff = session.cancelledAt !== null;
    return [
      ...(calledOff ? [say('called-off', { reason: session.cancelledReason ?? '' })] : []),
      ...(waiting && !calledOff ? [say('waiting')] : []),
      plainText(session.purpose),
      ...(meeting ? [say('meeting', { url: meeting })] : []),
      ...interpretation.map(({ language, url }) =>
        say('interpretation', { language: languageName(language, locale), url }),
      ),
      say('page', { url }),
    ].join('\n\n');
  }

  /** The name of whoever convenes it, with Minga's own address: nobody's is given away. */
  private organizerOf({ facilitators, proposedBy }: SessionRecord): CalendarEvent['organizer'] {
    const name = (proposedBy ?? facilitators[0])?.name ?? 'Minga';
    const from = this.config.settings.MAIL_FROM;
    const email = /<([^<>\s]+)>/.exec(from)?.[1] ?? from.trim();
    return email.includes('@') ? { name, email } : null;
  }
}

/**
 * The number and time of what the reader has before them: both grow when the session changes, and when their part in it
 * does, since then their copy says something else.
 */
function revisionOf(
  { sequence, changedAt }: SessionRecord,
  { part }: CalendarReader,
): Pick<CalendarEvent, 'sequence' | 'changedAt'> {
  if (!part) return { sequence, changedAt };
  const { revision, since } = part;
  return { sequence: sequence + revision, changedAt: since > changedAt ? since : changedAt };
}

function statusOf({ cancelledAt }: SessionRecord, { waiting }: CalendarReader): CalendarEvent['status'] {
  if (cancelledAt !== null) return 'CANCELLED';
  return waiting ? 'TENTATIVE' : 'CONFIRMED';
}
