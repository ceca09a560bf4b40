import ICAL from 'ical.js';

/** An event as an independent calendar program understands it. */
export interface ReadEvent {
  uid: string;
  sequence: number;
  status: string;
  /** Local time with the name of its zone, as `2027-03-28T15:00:00 Europe/Madrid`. */
  starts: string;
  ends: string;
  /** The instants that these are by the zones that the calendar itself describes, ISO 8601. */
  startsAt: string;
  endsAt: string;
  changedAt: string;
  summary: string;
  description: string;
  location: string;
  url: string;
  organizer: { name: string; address: string };
}

export interface ReadCalendar {
  method: string;
  name: string | null;
  events: ReadEvent[];
}

/**
 * Reads a calendar with ical.js, which shares nothing with what writes it. It is lenient, so that lines and characters
 * are held to RFC 5545 here: CRLF, 75 octets at most, and never broken within a character.
 * @throws Error naming what is not right
 */
export function readCalendar(text: string): ReadCalendar {
  requireLines(text);
  const parsed = ICAL.parse(text) as unknown[];
  // Of several calendars it makes a list of components.
  if (typeof parsed[0] !== 'string') throw new Error('not exactly one calendar');
  const root = new ICAL.Component(parsed as [string, unknown[], unknown[]]);
  if (root.name !== 'vcalendar' || textOf(root, 'version') !== '2.0' || !textOf(root, 'prodid'))
    throw new Error('no version or product');
  return {
    method: textOf(root, 'method'),
    name: root.getFirstPropertyValue('x-wr-calname') as string | null,
    events: root.getAllSubcomponents('vevent').map((event) => readEvent(root, event)),
  };
}

function requireLines(text: string): void {
  if (!text.endsWith('END:VCALENDAR\r\n')) throw new Error('the last line has no end');
  for (const line of text.slice(0, -2).split('\r\n')) {
    if (/[\r\n]/.test(line)) throw new Error(`a line break alone in ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`);
    if (line.includes('\ufffd')) throw new Error(`broken within a character: ${line}`);
  }
}

function readEvent(root: ICAL.Component, event: ICAL.Component): ReadEvent {
  for (const name of ['uid', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'status', 'organizer']) {
    const found = event.getAllProperties(name).length;
    if (found !== 1) throw new Error(`${found} of ${name} in an event`);
  }
  const [starts, ends] = [timeOf(root, event, 'dtstart'), timeOf(root, event, 'dtend')];
  if (ends.instant <= starts.instant) throw new Error('an event ends before it begins');
  const organizer = event.getFirstProperty('organizer');
  return {
    uid: textOf(event, 'uid'),
    sequence: Number(textOf(event, 'sequence')),
    status: textOf(event, 'status'),
    starts: starts.local,
    ends: ends.local,
    startsAt: starts.instant,
    endsAt: ends.instant,
    changedAt: timeOf(root, event, 'last-modified').instant,
    summary: textOf(event, 'summary'),
    description: textOf(event, 'description'),
    location: textOf(event, 'location'),
    url: textOf(event, 'url'),
    organizer: {
      name: String(organizer?.getFirstParameter('cn')),
      address: String(organizer?.getFirstValue()),
    },
  };
}

/** A zone that is named has to be described in the calendar: ical.js would take the time to be floating otherwise. */
function timeOf(root: ICAL.Component, event: ICAL.Component, name: string) {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  const zone = property?.getFirstParameter('tzid') ?? 'UTC';
  const described = root.getAllSubcomponents('vtimezone').map((component) => textOf(component, 'tzid'));
  if (zone !== 'UTC' && !described.includes(zone)) throw new Error(`${zone} is not described`);
  if (zone === 'UTC' && time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${name} floats`);
  return { local: `${time.toString().replace('Z', '')} ${zone}`, instant: time.toJSDate().toISOString() };
}

function textOf(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '');
}
