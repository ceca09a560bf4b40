import { isCalendarDay } from '../clock/calendar-day.js';
import { asciiDigits } from './ascii-digits.js';
import type { Locale } from './locales.js';

/** A day as people write it; what no browser's calendar wrote is read by the language of the page, or asked back. */
export type DayReading =
  | { kind: 'empty' }
  /** As `YYYY-MM-DD`. */
  | { kind: 'day'; day: string }
  | { kind: 'ambiguous'; readings: string[] }
  | { kind: 'unreadable' };

const YEAR_FIRST = /^(\d{4})([-/.]|年)(\d{1,2})([-/.]|月)(\d{1,2})日?$/;
const DAY_AND_TIME = /^(\S+?)(?:T|,?\s+)(\d{1,2}):(\d{2})(?::00(?:\.0+)?)?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/** Where the day comes first by rule. In English it depends on the country, and in Chinese the year comes first. */
const DAY_FIRST = new Set<Locale>(['fr', 'es', 'pt', 'ar', 'ru']);

export function readDay(text: string, locale: Locale): DayReading {
  const plain = asciiDigits(text).replace(/[\u061c\u200e\u200f\s]/g, '');
  if (plain === '') return { kind: 'empty' };
  const [, year, sign, month, otherSign, day] = YEAR_FIRST.exec(plain) ?? [];
  if (year && month && day) {
    const isOneStyle = sign === otherSign || (sign === '年' && otherSign === '月');
    return oneOf(isOneStyle ? [calendarDay(year, month, day)] : []);
  }
  const [, first, , second, lastYear] = YEAR_LAST.exec(plain) ?? [];
  if (!first || !second || !lastYear) return { kind: 'unreadable' };
  const dayFirst = calendarDay(lastYear, second, first);
  if (dayFirst && DAY_FIRST.has(locale)) return { kind: 'day', day: dayFirst };
  return oneOf([dayFirst, calendarDay(lastYear, first, second)]);
}

function oneOf(days: (string | null)[]): DayReading {
  const [day, ...others] = [...new Set(days.filter((one) => one !== null))];
  if (day === undefined) return { kind: 'unreadable' };
  return others.length === 0 ? { kind: 'day', day } : { kind: 'ambiguous', readings: [day, ...others] };
}

function calendarDay(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(written) ? written : null;
}

/**
 * A day with a time of the clock. Browsers write `YYYY-MM-DDTHH:mm`, which stays as it is.
 * @returns the same kinds, with `day` as `YYYY-MM-DDTHH:mm`
 */
export function readLocalTime(text: string, locale: Locale): DayReading {
  const plain = asciiDigits(text).trim();
  if (plain === '') return { kind: 'empty' };
  const [, day = '', hour = '', minute = ''] = DAY_AND_TIME.exec(plain) ?? [];
  const reading = readDay(day, locale);
  const time = `T${hour.padStart(2, '0')}:${minute}`;
  if (day === '' || Number(hour) > 23 || Number(minute) > 59) return { kind: 'unreadable' };
  if (reading.kind === 'day') return { kind: 'day', day: reading.day + time };
  if (reading.kind !== 'ambiguous') return { kind: 'unreadable' };
  return { kind: 'ambiguous', readings: reading.readings.map((one) => one + time) };
}
