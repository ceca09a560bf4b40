/** One component of a calendar: its name, properties and what stands in it. */
export interface CalendarPart {
  name: string;
  /** Unescaped, by property name. */
  values: Record<string, string>;
  parts: CalendarPart[];
}

const LINE = /^([A-Z][A-Z0-9-]*)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/;

/** Properties whose value is text, in which backslash, semicolon, comma and line break are escaped. */
const TEXTS = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'UID', 'X-WR-CALNAME', 'X-WR-TIMEZONE']);

/**
 * Reads a calendar strictly by RFC 5545: CRLF, lines of 75 octets at most, balanced components, values escaped.
 * No library does it here, so it holds what is written to the grammar and nothing more lenient.
 * @throws Error naming the first line that is not right
 */
export function readCalendar(text: string): CalendarPart {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  for (const line of text.slice(0, -2).split('\r\n')) {
    if (/[\r\n]/.test(line)) throw new Error(`a line break alone in ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`);
    if (line.includes('�')) throw new Error(`broken within a character: ${line}`);
  }
  const root: CalendarPart = { name: '', values: {}, parts: [] };
  const open = [root];
  for (const line of text
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')) {
    const [, name = '', , value = ''] = LINE.exec(line) ?? [];
    if (!name) throw new Error(`not a content line: ${line}`);
    const part = open.at(-1) as CalendarPart;
    if (name === 'BEGIN') {
      const begun: CalendarPart = { name: value, values: {}, parts: [] };
      part.parts.push(begun);
      open.push(begun);
    } else if (name === 'END') {
      if (part.name !== value) throw new Error(`${value} ends within ${part.name}`);
      open.pop();
    } else {
      if (name in part.values) throw new Error(`${name} twice in ${part.name}`);
      part.values[name] = TEXTS.has(name) ? withoutEscapes(value) : value;
    }
  }
  const [calendar] = root.parts;
  if (open.length !== 1 || root.parts.length !== 1 || calendar?.name !== 'VCALENDAR')
    throw new Error('not exactly one calendar');
  if (calendar.values.VERSION !== '2.0' || !calendar.values.PRODID) throw new Error('no version or product');
  for (const { values } of calendar.parts) requireEvent(values);
  return calendar;
}

function requireEvent(values: Record<string, string>): void {
  for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE'])
    if (!values[name]) throw new Error(`an event without ${name}`);
  for (const name of ['DTSTAMP', 'DTSTART', 'DTEND'])
    if (!/^\d{8}T\d{6}Z$/.test(values[name] ?? '')) throw new Error(`${name} is no time in UTC`);
  if (String(values.DTEND) <= String(values.DTSTART)) throw new Error('an event ends before it begins');
}

function withoutEscapes(value: string): string {
  if (/(^|[^\\])(\\\\)*([;,]|\\[^\\;,nN])/.test(value)) throw new Error(`not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}
