const formatters = new Map<string, Intl.DateTimeFormat>();

/** From when to when, by the clock of a time zone, for example `Tuesday, 4 May 2027, 14:00 – 16:00`. */
export function timeRange(
  locale: string,
  { from, to, zone, short = false }: { from: string; to: string; zone: string; short?: boolean },
): string {
  const format = formatterOf(locale, {
    dateStyle: short ? 'medium' : 'full',
    timeStyle: 'short',
    timeZone: zone,
  });
  return format.formatRange(new Date(from), new Date(to));
}

/** One moment by the clock of a time zone. */
export function timeOf(locale: string, iso: string, zone: string): string {
  return formatterOf(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
    new Date(iso),
  );
}

/** What the clock shows there, for example `14:20`. */
export function clockTime(locale: string, iso: string, zone: string): string {
  return formatterOf(locale, { timeStyle: 'short', timeZone: zone }).format(new Date(iso));
}

/** The day in short and what the clock shows there, for what takes several days. */
export function dayAndTime(locale: string, iso: string, zone: string): string {
  return formatterOf(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(iso));
}

/** Whether both are on the same day there. */
export function isOneDay(iso: string, other: string, zone: string): boolean {
  const day = formatterOf('en', { dateStyle: 'short', timeZone: zone });
  return day.format(new Date(iso)) === day.format(new Date(other));
}

/** The zone in words and by its name, for example `Peru Standard Time, America/Lima`. */
export function zoneName(locale: string, zone: string, at: string): string {
  if (isUtc(zone)) return 'UTC';
  const parts = formatterOf(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(new Date(at));
  const words = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const place = zone.replaceAll('_', ' ');
  return words === place ? place : `${words}, ${place}`;
}

export function isUtc(zone: string): boolean {
  return zone === 'UTC' || zone === 'Etc/UTC';
}

function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formatters.get(key);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, formatter);
  return formatter;
}
