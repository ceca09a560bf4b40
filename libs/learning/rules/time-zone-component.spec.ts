import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { placeInTime } from '../../platform/clock/zoned-time.js';
import { timeZoneComponent } from './time-zone-component.js';

const HOUR = 3_600_000;

/** The zone as another program understands it from what is written. */
function readZone(text: string): ICAL.Timezone {
  const [, , parts] = ICAL.parse(`BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR`) as [string, unknown, never[]];
  return new ICAL.Timezone(new ICAL.Component(parts[0] ?? 'none'));
}

/** When clocks show `YYYY-MM-DDTHH:mm` there. */
function instantIn(zone: ICAL.Timezone, local: string): string {
  const [year, month, day, hour, minute] = local.split(/\D/).map(Number);
  const time = new ICAL.Time({ year, month, day, hour, minute, second: 0 }, zone);
  return time.toJSDate().toISOString();
}

describe('the description of a time zone in a calendar', () => {
  it('names each change of the clocks that matters, and nothing else', () => {
    const text = timeZoneComponent('Europe/Madrid', '2027-03-26T14:00:00.000Z', '2027-03-30T13:00:00.000Z');
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Madrid',
      'BEGIN:STANDARD',
      'DTSTART:20261025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20270328T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20271031T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });

  it('does without changes where clocks never change', () => {
    expect(timeZoneComponent('Etc/GMT+3', '2027-01-01T00:00:00Z', '2027-01-01T01:00:00Z')).toContain(
      'DTSTART:19700101T000000\r\nTZOFFSETFROM:-0300\r\nTZOFFSETTO:-0300',
    );
  });

  it('gives half hours, and calls a zone that stays ahead its standard', () => {
    expect(timeZoneComponent('Asia/Kolkata', '2027-01-01T00:00:00Z', '2027-01-01T01:00:00Z')).toContain(
      'TZOFFSETTO:+0530',
    );
    expect(timeZoneComponent('America/St_Johns', '2027-01-01T00:00:00Z', '2027-01-02T00:00:00Z')).toContain(
      'TZOFFSETTO:-0330',
    );
    expect(timeZoneComponent('Europe/Istanbul', '2027-01-01T00:00:00Z', '2027-01-01T01:00:00Z')).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20160327T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300',
    );
  });

  it('makes another program mean the very instants that Minga means, wherever clocks are changed', () => {
    const zones = [
      'Africa/Casablanca',
      'Africa/Cairo',
      'America/Asuncion',
      'America/Havana',
      'America/Lima',
      'America/Santiago',
      'America/St_Johns',
      'Asia/Beirut',
      'Asia/Gaza',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Europe/Lisbon',
      'Pacific/Chatham',
    ];
    const [from, until] = ['2026-01-01T00:00:00.000Z', '2027-12-31T00:00:00.000Z'];
    for (const name of zones) {
      const zone = readZone(timeZoneComponent(name, from, until));
      const differences: string[] = [];
      for (let wall = Date.parse(from) + 24 * HOUR; wall < Date.parse(until); wall += 24.5 * HOUR) {
        const local = new Date(wall).toISOString().slice(0, 16);
        const placed = placeInTime(local, name);
        const meant = instantIn(zone, local);
        if (placed.kind === 'exact' && placed.utc !== meant)
          differences.push(`${local} is ${meant} for ${placed.utc}`);
      }
      expect([name, differences.slice(0, 3)]).toEqual([name, []]);
    }
  });
});
