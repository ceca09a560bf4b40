import { Temporal } from 'temporal-polyfill';

/**
 * Local times in a time zone. People plan by the clock on their wall, so what they plan keeps its local time and its
 * zone; the instant in UTC follows from both, and is worked out anew whenever one of them changes.
 *
 * When clocks go forward, some local times never come: they are refused, with the time that comes instead. When clocks
 * go back, some come twice: the first of the two is meant.
 */
const LOCAL_TIME = /^(\d{4})-\d{2}-\d{2}T\d{2}:\d{2}$/;
const ZONE_NAME = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export type PlacedTime =
  | { kind: 'exact' | 'repeated'; utc: string }
  /** The local time does not exist there; `instead` is what clocks show at that moment. */
  | { kind: 'skipped'; instead: string };

/** Whether it names a zone of the IANA time zone database. Offsets such as `+02:00` are none: they know no summer. */
export function isTimeZone(zone: string): boolean {
  if (zone.length > 64 || !ZONE_NAME.test(zone)) return false;
  try {
    inZone(0, zone);
    return true;
  } catch {
    return false;
  }
}

let zones: string[] | undefined;

/** All time zones by their names, which are the same in every language; UTC is the first. */
export function timeZones(): string[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return zones;
}

/** Whether it is written `YYYY-MM-DDTHH:mm` and there is such a day and time in the calendar. */
export function isLocalTime(local: string): boolean {
  return wallTime(local) !== null;
}

/** @param local that {@link isLocalTime} accepts @param zone that {@link isTimeZone} accepts */
export function placeInTime(local: string, zone: string): PlacedTime {
  const wall = wallTime(local);
  if (wall === null) throw new RangeError(`${local} is not a local time`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!later.toPlainDateTime().equals(wall)) return { kind: 'skipped', instead: toMinute(later) };
  const utc = new Date(earlier.epochMilliseconds).toISOString();
  return { kind: earlier.equals(later) ? 'exact' : 'repeated', utc };
}

/** What clocks show there at an instant, as `YYYY-MM-DDTHH:mm`. */
export function localTime(instant: Date | number | string, zone: string): string {
  return toMinute(inZone(instant, zone));
}

/** The instant by the calendar and the clocks of the zone. */
export function inZone(instant: Date | number | string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(new Date(instant).getTime()).toZonedDateTimeISO(zone);
}

/** The local time moved by as much as another pair of local times lies apart, by the clock on the wall. */
export function shiftLocal(local: string, from: string, to: string): string {
  const [start, first, second] = [wallTime(local), wallTime(from), wallTime(to)];
  if (start === null || first === null || second === null) return local;
  return start.add(first.until(second)).toString({ smallestUnit: 'minute' });
}

/** Null when the calendar has no such time. */
function wallTime(local: string): Temporal.PlainDateTime | null {
  const [, year] = LOCAL_TIME.exec(local) ?? [];
  if (!year || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  try {
    return Temporal.PlainDateTime.from(local);
  } catch {
    return null;
  }
}

function toMinute(time: Temporal.ZonedDateTime): string {
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
