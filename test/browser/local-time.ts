/** What a field for a day and a time holds: the time as clocks show it there, for example `2027-05-04T14:00`. */
export function localTime(time: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(time).replace(' ', 'T');
}

/** The day it is in UTC, as a field for a day holds it. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function later(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}
