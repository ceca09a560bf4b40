import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { localTime, placeInTime } from '../../platform/clock/zoned-time.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const SUNDAY = 0;
const SATURDAY = 6;

/** The times of the demonstration: its content counts in days from the moment of loading. */
@Injectable()
export class DemoTimes {
  constructor(private readonly clock: Clock) {}

  /** Now, or as many days from now. */
  in(days: number): Date {
    return new Date(this.clock.now().getTime() + days * DAY_MS);
  }

  /** What happened today happened a quarter of an hour ago. */
  ago(days: number): Date {
    return this.in(-Math.max(0.01, days));
  }

  /** The day of the calendar as many days from today, as `YYYY-MM-DD`. */
  dayIn(days: number): string {
    return this.in(days).toISOString().slice(0, 10);
  }

  /** @param time by the clock of the zone, as `HH:mm` */
  localIn(days: number, time: string, timeZone: string): string {
    return `${localTime(this.in(days), timeZone).slice(0, 10)}T${time}`;
  }

  /** Days from today, moved off the weekend: what is past to the Friday before, what is to come to the Monday after. */
  onWorkday(days: number): number {
    const weekday = this.in(days).getUTCDay();
    if (weekday !== SATURDAY && weekday !== SUNDAY) return days;
    if (days < 0) return weekday === SATURDAY ? days - 1 : days - 2;
    return weekday === SATURDAY ? days + 2 : days + 1;
  }

  /** Runs the work as if it were that time. */
  at<Result>(time: Date, work: () => Promise<Result>): Promise<Result> {
    return this.clock.runAt(time, work);
  }
}

/** @param local of a day on which the zone has that time */
export function instantOf(local: string, timeZone: string): Date {
  const placed = placeInTime(local, timeZone);
  if (placed.kind === 'skipped') throw new Error(`${local} does not come in ${timeZone}`);
  return new Date(placed.utc);
}

export function minutesAfter(time: Date, minutes: number): Date {
  return new Date(time.getTime() + minutes * MINUTE_MS);
}

/** As many times as asked for, evenly between two. */
export function timesBetween(from: Date, until: Date, count: number): Date[] {
  const step = (until.getTime() - from.getTime()) / (count + 1);
  return Array.from({ length: count }, (_, index) => new Date(from.getTime() + step * (index + 1)));
}

export function earliest(first: Date, ...others: Date[]): Date {
  return new Date(Math.min(first.getTime(), ...others.map((time) => time.getTime())));
}
