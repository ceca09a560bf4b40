import { describe, expect, it } from '@jest/globals';
import { isCalendarDay } from './calendar-day.js';

describe('days of the calendar', () => {
  it('exist, and are written by year, month and day', () => {
    for (const day of ['2024-02-29', '2000-01-01', '1945-10-24'])
      expect([day, isCalendarDay(day)]).toEqual([day, true]);
    for (const text of [
      '2023-02-29',
      '2015-02-30',
      '2015-13-01',
      '2015',
      '24-02-29',
      '2024-2-9',
      '2024-02-29T00:00',
      '',
    ])
      expect([text, isCalendarDay(text)]).toEqual([text, false]);
  });
});
