import type { Temporal } from 'temporal-polyfill';
import { inZone } from '../../platform/clock/zoned-time.js';

/**
 * How the clocks of a zone go from one instant to another, as a VTIMEZONE (RFC 5545, 3.6.5): each change of the clocks
 * by itself, from the last one before the span to the first one after it. They come from the database by which sessions
 * are placed in time, so that a calendar program and Minga never differ, whatever the program knows of the zone.
 * @param from ISO 8601, UTC, as `until`
 */
export function timeZoneComponent(zone: string, from: string, until: string): string {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...changesBetween(zone, from, until).flatMap(observance),
    'END:VTIMEZONE',
  ].join('\r\n');
}

interface ClockChange {
  /** The time on the wall just before. */
  onset: string;
  offsetBefore: number;
  offset: number;
  /** Null where this is how clocks go from then on. */
  offsetAfter: number | null;
}

function changesBetween(zone: string, from: string, until: string): ClockChange[] {
  const start = inZone(from, zone);
  const end = Date.parse(until);
  const changes: ClockChange[] = [];
  let change = start.getTimeZoneTransition('previous');
  if (!change) {
    const offset = offsetOf(start);
    changes.push({ onset: '19700101T000000', offsetBefore: offset, offset, offsetAfter: null });
    change = start.getTimeZoneTransition('next');
  }
  while (change) {
    const next = change.getTimeZoneTransition('next');
    const before = change.subtract({ nanoseconds: 1 });
    const onset = change.toPlainDateTime().subtract({ minutes: offsetOf(change) - offsetOf(before) });
    changes.push({
      onset: onset.toString({ smallestUnit: 'second' }).replace(/[-:]/g, ''),
      offsetBefore: offsetOf(before),
      offset: offsetOf(change),
      offsetAfter: next && offsetOf(next),
    });
    if (change.epochMilliseconds > end) break;
    change = next;
  }
  return changes;
}

/** It is summer time where clocks are ahead of what they show before and after. */
function observance({ onset, offsetBefore, offset, offsetAfter }: ClockChange): string[] {
  const summer = offsetAfter !== null && offset > offsetBefore && offset > offsetAfter;
  const name = summer ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${onset}`,
    `TZOFFSETFROM:${offsetValue(offsetBefore)}`,
    `TZOFFSETTO:${offsetValue(offset)}`,
    `END:${name}`,
  ];
}

/** In minutes: the seconds that local mean times had before there were zones are left out. */
function offsetOf(time: Temporal.ZonedDateTime): number {
  return Math.trunc(time.offsetNanoseconds / 60e9);
}

/** `-0330` */
function offsetValue(minutes: number): string {
  const size = Math.abs(minutes);
  const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${digits.join('')}`;
}
