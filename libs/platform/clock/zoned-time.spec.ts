import { describe, expect, it } from '@jest/globals';
import { isLocalTime, isTimeZone, localTime, placeInTime, shiftLocal } from './zoned-time.js';

describe('local times', () => {
  it('know the zones of the world by name', () => {
    for (const zone of [
      'America/Lima',
      'Asia/Kathmandu',
      'America/Argentina/Buenos_Aires',
      'UTC',
      'Etc/GMT+3',
    ])
      expect([zone, isTimeZone(zone)]).toEqual([zone, true]);
    for (const zone of ['Mars/Olympus', '+02:00', '', 'a b', 'x'.repeat(80), 'Europe/', '../etc'])
      expect([zone, isTimeZone(zone)]).toEqual([zone, false]);
  });

  it('know impossible days and hours', () => {
    expect(isLocalTime('2028-02-29T23:59')).toBe(true);
    for (const local of [
      '2027-02-29T10:00',
      '2027-04-31T10:00',
      '2027-13-01T10:00',
      '2027-00-10T10:00',
      '2027-01-01T24:00',
      '2027-01-01T10:60',
      '2027-1-1T10:00',
      '2027-01-01 10:00',
      '2027-01-01T10:00Z',
      '1027-01-01T10:00',
      '9999-01-01T10:00',
    ])
      expect([local, isLocalTime(local)]).toEqual([local, false]);
  });

  it('become instants by the offset of their day', () => {
    expect(placeInTime('2027-01-15T15:00', 'Europe/Madrid')).toEqual({
      kind: 'exact',
      utc: '2027-01-15T14:00:00.000Z',
    });
    expect(placeInTime('2027-07-15T15:00', 'Europe/Madrid')).toEqual({
      kind: 'exact',
      utc: '2027-07-15T13:00:00.000Z',
    });
    expect(placeInTime('2027-07-15T15:00', 'Asia/Kathmandu')).toEqual({
      kind: 'exact',
      utc: '2027-07-15T09:15:00.000Z',
    });
    expect(placeInTime('2027-07-15T00:30', 'Pacific/Kiritimati')).toEqual({
      kind: 'exact',
      utc: '2027-07-14T10:30:00.000Z',
    });
    expect(placeInTime('2027-07-15T20:30', 'America/Lima')).toEqual({
      kind: 'exact',
      utc: '2027-07-16T01:30:00.000Z',
    });
  });

  it('that clocks leap over do not exist, and what comes instead is said', () => {
    expect(placeInTime('2027-03-28T02:30', 'Europe/Madrid')).toEqual({
      kind: 'skipped',
      instead: '2027-03-28T03:30',
    });
    expect(placeInTime('2027-03-28T01:59', 'Europe/Madrid')).toEqual({
      kind: 'exact',
      utc: '2027-03-28T00:59:00.000Z',
    });
    expect(placeInTime('2027-03-28T03:00', 'Europe/Madrid')).toEqual({
      kind: 'exact',
      utc: '2027-03-28T01:00:00.000Z',
    });
    expect(placeInTime('2027-10-03T02:15', 'Australia/Lord_Howe')).toEqual({
      kind: 'skipped',
      instead: '2027-10-03T02:45',
    });
  });

  it('that come twice mean the first of the two', () => {
    expect(placeInTime('2027-10-31T02:30', 'Europe/Madrid')).toEqual({
      kind: 'repeated',
      utc: '2027-10-31T00:30:00.000Z',
    });
    expect(placeInTime('2027-11-07T01:30', 'America/New_York')).toEqual({
      kind: 'repeated',
      utc: '2027-11-07T05:30:00.000Z',
    });
  });

  it('come back from their instant', () => {
    for (const zone of [
      'America/Santiago',
      'Africa/Casablanca',
      'Asia/Gaza',
      'Pacific/Chatham',
      'America/St_Johns',
    ]) {
      for (let day = 0; day < 366; day++) {
        const local = new Date(Date.UTC(2027, 0, 1 + day, 12, 45)).toISOString().slice(0, 16);
        const placed = placeInTime(local, zone);
        expect(placed.kind).toBe('exact');
        expect('utc' in placed && localTime(placed.utc, zone)).toBe(local);
      }
    }
  });

  it('are moved by the clock on the wall, whatever happens to summer time meanwhile', () => {
    expect(shiftLocal('2027-03-27T16:30', '2027-03-27T15:00', '2027-04-10T15:00')).toBe('2027-04-10T16:30');
  });
});
