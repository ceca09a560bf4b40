import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { type CalendarEvent, toCalendarFeed, toEventFile } from './icalendar.js';

const event: CalendarEvent = {
  uid: '01jx@sessions.minga',
  sequence: 3,
  status: 'CONFIRMED',
  startsAt: '2027-01-15T14:00:00.000Z',
  endsAt: '2027-01-15T15:30:00.000Z',
  timeZone: 'America/Lima',
  createdAt: '2026-12-01T08:00:00.000Z',
  changedAt: '2026-12-02T08:00:00.000Z',
  summary: 'Gates, pumps; and who pays',
  description: 'First line\nSecond line with a \\ in it',
  location: 'https://meet.example.org/room?a=1,2',
  url: 'https://minga.example.org/sessions/01jx',
  organizer: { name: 'Rosa "La Jueza" Quispe; Lima', email: 'minga@example.org' },
};

const unfold = (text: string) => text.replace(/\r\n[ \t]/g, '');

/** The first event, as another program reads it. */
function read(text: string): ICAL.Component {
  const found = new ICAL.Component(ICAL.parse(text) as never).getFirstSubcomponent('vevent');
  if (!found) throw new Error('no event');
  return found;
}

describe('calendars', () => {
  it('hold the event between their ends, each line ended by CRLF', () => {
    const text = toEventFile(event);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(unfold(text).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Minga//Learning sessions//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VTIMEZONE',
      'TZID:America/Lima',
      'BEGIN:STANDARD',
      'DTSTART:19940401T000000',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:01jx@sessions.minga',
      'SEQUENCE:3',
      'DTSTAMP:20261202T080000Z',
      'DTSTART;TZID=America/Lima:20270115T090000',
      'DTEND;TZID=America/Lima:20270115T103000',
      'SUMMARY:Gates\\, pumps\\; and who pays',
      'TRANSP:OPAQUE',
      'LOCATION:https://meet.example.org/room?a=1\\,2',
      'DESCRIPTION:First line\\nSecond line with a \\\\ in it',
      `ORGANIZER;CN="Rosa 'La Jueza' Quispe; Lima":mailto:minga@example.org`,
      'URL;VALUE=URI:https://minga.example.org/sessions/01jx',
      'STATUS:CONFIRMED',
      'CREATED:20261201T080000Z',
      'LAST-MODIFIED:20261202T080000Z',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('are valid without events, and without an organiser', () => {
    expect(toCalendarFeed('Minga', [])).not.toContain('VEVENT');
    expect(toEventFile({ ...event, organizer: null })).not.toContain('ORGANIZER');
  });

  it('need no description of UTC', () => {
    const text = toEventFile({ ...event, timeZone: 'UTC' });
    expect(text).toContain('\r\nDTSTART:20270115T140000Z\r\n');
    expect(text).not.toContain('VTIMEZONE');
  });

  it('leave no doubt about an hour that comes twice', () => {
    const autumn = { startsAt: '2027-10-31T00:30:00.000Z', endsAt: '2027-10-31T03:00:00.000Z' };
    const text = toEventFile({ ...event, ...autumn, timeZone: 'Europe/Madrid' });
    expect(text).toContain('\r\nDTSTART:20271031T003000Z\r\n');
    expect(text).toContain('\r\nDTEND:20271031T030000Z\r\n');
  });

  it('cancel an event by itself, and keep it as cancelled in a feed', () => {
    const off: CalendarEvent = { ...event, status: 'CANCELLED', sequence: 4 };
    expect(toEventFile(off)).toContain('\r\nMETHOD:CANCEL\r\n');
    for (const text of [toEventFile(off), toCalendarFeed('Minga', [off])]) {
      expect(text).toContain('\r\nSTATUS:CANCELLED\r\n');
      expect(text).toContain('\r\nSEQUENCE:4\r\n');
    }
    expect(toCalendarFeed('Minga', [off])).toContain('\r\nMETHOD:PUBLISH\r\n');
  });

  it('describe each zone once, over all that takes place in it', () => {
    const summer = { ...event, uid: 'b', startsAt: '2028-07-01T08:00:00Z', endsAt: '2028-07-01T09:00:00Z' };
    const text = toCalendarFeed('Minga', [
      { ...event, timeZone: 'Europe/Madrid' },
      { ...summer, timeZone: 'Europe/Madrid' },
      { ...event, uid: 'c' },
    ]);
    expect(text.match(/TZID:Europe\/Madrid/g)).toHaveLength(1);
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
    expect(text).toContain('DTSTART:20261025T030000');
    expect(text).toContain('DTSTART:20281029T030000');
  });

  it('fold lines at 75 octets and never within a character', () => {
    for (let length = 60; length < 90; length++) {
      const summary = `${'x'.repeat(length)}${'مياه 水 🌍 agua '.repeat(20)}`;
      const text = toEventFile({ ...event, summary });
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).toBe(line.toWellFormed());
      }
      expect(read(text).getFirstPropertyValue('summary')).toBe(summary);
    }
  });

  it('let no text end its line and begin a property of its own', () => {
    const text = toEventFile({ ...event, summary: 'a\r\nATTENDEE:mailto:x@example.org\rb\nc' });
    expect(read(text).getAllProperties('attendee')).toEqual([]);
    expect(read(text).getFirstPropertyValue('summary')).toBe('a\nATTENDEE:mailto:x@example.org\nb\nc');
  });
});
