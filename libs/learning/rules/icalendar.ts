import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { inZone, localTime, placeInTime } from '../../platform/clock/zoned-time.js';
import { timeZoneComponent } from './time-zone-component.js';

/** An event of a calendar. Its UID never changes and its SEQUENCE grows, so that programs replace what they had. */
export interface CalendarEvent {
  uid: string;
  /** Grows with each change. */
  sequence: number;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** ISO 8601, UTC, like all times here. */
  startsAt: string;
  endsAt: string;
  /** IANA name of the zone by whose clocks it takes place. */
  timeZone: string;
  createdAt: string;
  changedAt: string;
  summary: string;
  description: string;
  location: string;
  url: string;
  organizer: { name: string; email: string } | null;
}

/** How often programs should ask for a calendar again. */
const REFRESH_SECONDS = 3600;

/** One event as a calendar by itself (RFC 5545); one that is called off cancels it where it is known (RFC 5546). */
export function toEventFile(event: CalendarEvent): string {
  const { CANCEL, PUBLISH } = ICalCalendarMethod;
  const calendar = newCalendar([event]).method(event.status === 'CANCELLED' ? CANCEL : PUBLISH);
  return toText(calendar);
}

/** A calendar to which programs subscribe. @param name plain words: nothing that iCalendar would have to escape */
export function toCalendarFeed(name: string, events: CalendarEvent[]): string {
  const calendar = newCalendar(events).method(ICalCalendarMethod.PUBLISH);
  return toText(calendar.name(name).ttl(REFRESH_SECONDS));
}

function newCalendar(events: CalendarEvent[]): ICalCalendar {
  const calendar = new ICalCalendar({
    prodId: { company: 'Minga', product: 'Learning sessions', language: 'EN' },
    scale: 'GREGORIAN',
    // The calendar has no zone of its own: the library would write times of changes in it, which have to be in UTC.
    timezone: { name: null, generator: (zone) => zoneOf(zone, events) },
  });
  for (const event of events) addEvent(calendar, event);
  return calendar;
}

function addEvent(calendar: ICalCalendar, event: CalendarEvent): void {
  const { uid, status, startsAt, endsAt, timeZone, organizer } = event;
  const { sequence, summary, description, location, url } = event;
  calendar.createEvent({
    ...{ id: uid, sequence, summary, location, url, description: { plain: description } },
    timezone: writtenInUtc(event) ? null : timeZone,
    start: inZone(startsAt, timeZone),
    end: inZone(endsAt, timeZone),
    status: ICalEventStatus[status],
    transparency: ICalEventTransparency[status === 'CONFIRMED' ? 'OPAQUE' : 'TRANSPARENT'],
    stamp: event.changedAt,
    created: event.createdAt,
    lastModified: event.changedAt,
    // A quoted value cannot hold a quote.
    organizer: organizer && { ...organizer, name: organizer.name.replace(/["\\]/g, "'") },
  });
}

function zoneOf(zone: string, events: CalendarEvent[]): string {
  const inside = events.filter(({ timeZone }) => timeZone === zone);
  const [from = ''] = inside.map(({ startsAt }) => startsAt).sort();
  const until =
    inside
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1) ?? from;
  return timeZoneComponent(zone, from, until);
}

/** So is a time that comes twice as clocks go back: programs do not agree on which of the two is meant. */
function writtenInUtc({ startsAt, endsAt, timeZone }: CalendarEvent): boolean {
  const comesTwice = (instant: string) =>
    placeInTime(localTime(instant, timeZone), timeZone).kind === 'repeated';
  return timeZone === 'UTC' || timeZone === 'Etc/UTC' || comesTwice(startsAt) || comesTwice(endsAt);
}

/** The library leaves out the end of the last line. */
function toText(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`;
}
