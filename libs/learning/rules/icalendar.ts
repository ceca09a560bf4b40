/**
 * Calendars by RFC 5545. Times are written in UTC, which every calendar program understands and no change of summer
 * time can bend; the zone is named besides (`X-WR-TIMEZONE`). The UID of an event never changes and its SEQUENCE
 * grows with each change, so that a program replaces what it had instead of adding to it.
 */
export interface CalendarEvent {
  uid: string;
  /** Grows with each change. */
  sequence: number;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** ISO 8601, UTC, like all times here. */
  startsAt: string;
  endsAt: string;
  createdAt: string;
  changedAt: string;
  summary: string;
  description: string;
  location: string | null;
  url: string;
}

const MOST_OCTETS = 75;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** @param calendar its name, and the zone that its times are mostly read in */
export function toICalendar(
  calendar: { name: string; timeZone: string | null },
  events: CalendarEvent[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Minga//Learning sessions//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${textValue(calendar.name)}`,
    ...(calendar.timeZone ? [`X-WR-TIMEZONE:${textValue(calendar.timeZone)}`] : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${timeValue(event.changedAt)}`,
    `CREATED:${timeValue(event.createdAt)}`,
    `LAST-MODIFIED:${timeValue(event.changedAt)}`,
    `DTSTART:${timeValue(event.startsAt)}`,
    `DTEND:${timeValue(event.endsAt)}`,
    `STATUS:${event.status}`,
    `TRANSP:${event.status === 'CONFIRMED' ? 'OPAQUE' : 'TRANSPARENT'}`,
    `SUMMARY:${textValue(event.summary)}`,
    `DESCRIPTION:${textValue(event.description)}`,
    ...(event.location ? [`LOCATION:${textValue(event.location)}`] : []),
    `URL:${event.url.replace(/\s/g, '')}`,
    'END:VEVENT',
  ];
}

/** `20270115T140000Z` */
function timeValue(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A value of type TEXT: backslashes, semicolons, commas and line breaks are escaped (3.3.11). */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');
}

/** Lines of more than 75 octets are broken, never within a character; the rest begins with a space (3.1). */
export function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line.toWellFormed()) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = '';
      // The space at the beginning of the next line counts.
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
