/**
 * Local times in a time zone. People plan by the clock on their wall, so a session keeps its local time and its zone;
 * the instant in UTC follows from both, and is worked out anew whenever one of them changes.
 *
 * When clocks go forward, some local times never come: they are refused, with the time that comes instead. When clocks
 * go back, some come twice: the first of the two is meant.
 */
const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const ZONE_NAME = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;
const DAY_MS = 86_400_000;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export type PlacedTime =
  | { kind: 'exact' | 'repeated'; utc: string }
  /** The local time does not exist there; `instead` is what clocks show at that moment. */
  | { kind: 'skipped'; instead: string };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether it names a zone of the IANA time zone database. Offsets such as `+02:00` are none: they know no summer. */
export function isTimeZone(zone: string): boolean {
  if (zone.length > 64 || !ZONE_NAME.test(zone)) return false;
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Whether it is written `YYYY-MM-DDTHH:mm` and there is such a day and time in the calendar. */
export function isLocalTime(local: string): boolean {
  return asIfUtc(local) !== null;
}

/** @param local that {@link isLocalTime} accepts @param zone that {@link isTimeZone} accepts */
export function placeInTime(local: string, zone: string): PlacedTime {
  const wall = asIfUtc(local);
  if (wall === null) throw new RangeError(`${local} is not a local time`);
  const before = offsetAt(wall - DAY_MS, zone);
  const after = offsetAt(wall + DAY_MS, zone);
  const instants = [...new Set([before, after])]
    .map((offset) => ({ offset, instant: wall - offset }))
    .filter(({ offset, instant }) => offsetAt(instant, zone) === offset)
    .map(({ instant }) => instant);
  if (instants.length === 0) return { kind: 'skipped', instead: localTime(wall - before, zone) };
  const utc = new Date(Math.min(...instants)).toISOString();
  return { kind: instants.length > 1 ? 'repeated' : 'exact', utc };
}

/** What clocks show there at an instant, as `YYYY-MM-DDTHH:mm`. */
export function localTime(instant: Date | number | string, zone: string): string {
  const utc = new Date(instant).getTime();
  return new Date(utc + offsetAt(utc, zone)).toISOString().slice(0, 16);
}

/** The local time moved by as much as another pair of local times lies apart, by the clock on the wall. */
export function shiftLocal(local: string, from: string, to: string): string {
  const [start, first, second] = [asIfUtc(local), asIfUtc(from), asIfUtc(to)];
  if (start === null || first === null || second === null) return local;
  return new Date(start + second - first).toISOString().slice(0, 16);
}

/** The local time in milliseconds as if the place were Greenwich; null when the calendar has no such time. */
function asIfUtc(local: string): number | null {
  const match = LOCAL_TIME.exec(local);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const time = Date.UTC(year, month - 1, day, hour, minute);
  return new Date(time).toISOString().slice(0, 16) === local ? time : null;
}

/** How far local time is ahead of UTC at an instant, in milliseconds. */
function offsetAt(utc: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(utc)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(utc / 1000) * 1000;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-u-ca-gregory', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, formatter);
  return formatter;
}
