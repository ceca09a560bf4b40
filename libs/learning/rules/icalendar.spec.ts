import { describe, expect, it } from '@jest/globals';
import { type CalendarEvent, fold, textValue, toICalendar } from './icalendar.js';

const event: CalendarEvent = {
  uid: '01jx@sessions.minga',
  sequence: 3,
  status: 'CONFIRMED',
  startsAt: '2027-01-15T14:00:00.000Z',
  endsAt: '2027-01-15T15:30:00.000Z',
  createdAt: '2026-12-01T08:00:00.000Z',
  changedAt: '2026-12-02T08:00:00.000Z',
  summary: 'Gates, pumps; and who pays',
  description: 'First line\nSecond line with a \\ in it',
  location: 'https://meet.example.org/room?a=1,2',
  url: 'https://minga.example.org/sessions/01jx',
};

const unfold = (text: string) => text.replace(/\r\n[ \t]/g, '');

describe('calendars', () => {
  it('hold the event between their ends, each line ended by CRLF', () => {
    const text = toICalendar({ name: 'Minga', timeZone: 'America/Lima' }, [event]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(unfold(text).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Minga//Learning sessions//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Minga',
      'X-WR-TIMEZONE:America/Lima',
      'BEGIN:VEVENT',
      'UID:01jx@sessions.minga',
      'SEQUENCE:3',
      'DTSTAMP:20261202T080000Z',
      'CREATED:20261201T080000Z',
      'LAST-MODIFIED:20261202T080000Z',
      'DTSTART:20270115T140000Z',
      'DTEND:20270115T153000Z',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'SUMMARY:Gates\\, pumps\\; and who pays',
      'DESCRIPTION:First line\\nSecond line with a \\\\ in it',
      'LOCATION:https://meet.example.org/room?a=1\\,2',
      'URL:https://minga.example.org/sessions/01jx',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('are valid without events, and say that an event is cancelled', () => {
    expect(toICalendar({ name: 'x', timeZone: null }, [])).not.toContain('VEVENT');
    const text = toICalendar({ name: 'x', timeZone: null }, [{ ...event, status: 'CANCELLED', sequence: 4 }]);
    expect(text).toContain('\r\nSTATUS:CANCELLED\r\n');
    expect(text).toContain('\r\nSEQUENCE:4\r\n');
  });

  it('fold lines at 75 octets and never within a character', () => {
    const long = `SUMMARY:${'مياه 水 🌍 agua '.repeat(20)}`;
    const folded = fold(long);
    for (const line of folded.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).toBe(line.toWellFormed());
    }
    expect(unfold(folded)).toBe(long);
    expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
    expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });

  it('let no text end its line and begin a property of its own', () => {
    expect(textValue('a\r\nATTENDEE:mailto:x@example.org')).toBe('a\\nATTENDEE:mailto:x@example.org');
    expect(textValue('a\u0000\u000bb\rc')).toBe('ab\\nc');
  });
});
