/** What the cells of other people's tables mean. All of it is pure; reasons are English, for the operator. */

/** `{a,"b, c"}`, as PostgreSQL writes a list. Anything else is one value. */
export function readSet(cell: string): string[] {
  const inside = /^\{([\s\S]*)\}$/.exec(cell.trim())?.[1];
  if (inside === undefined) return cell.trim() === '' ? [] : [cell.trim()];
  const found = inside.match(/"(?:[^"\\]|\\[\s\S])*"|[^,]+/g) ?? [];
  return found
    .map((part) =>
      part
        .trim()
        .replace(/^"([\s\S]*)"$/, '$1')
        .replace(/\\([\s\S])/g, '$1'),
    )
    .filter((part) => part !== '' && part !== 'NULL');
}

/** The values of a cell: one, a set, or several between separators. */
export function readValues(cell: string, split: string | undefined): string[] {
  if (split === 'set') return readSet(cell);
  const parts = split === undefined ? [cell] : cell.split(split);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The first letter as a capital; quotation marks and brackets may stand before it. */
export function toSentenceCase(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]*\p{Ll}/u, (start) => start.toUpperCase());
}

/** At most `max` UTF-16 units, cut between two words and ended by an ellipsis. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max - 1);
  const lastSpace = text[max - 1] === ' ' ? room.length : room.search(/\s\S*$/);
  // A text without spaces, such as Chinese, is cut anywhere but within a character.
  const cut = lastSpace > max / 2 ? room.slice(0, lastSpace) : room.toWellFormed().replace(/\ufffd$/, '');
  return `${cut.replace(/[\s,;:.–-]+$/, '')}…`;
}

/** How days are written: year first, day first, month first, or counted as spreadsheets do (43551 is 27 March 2019). */
export type DateStyle = 'iso' | 'dmy' | 'mdy' | 'serial';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a date as written; null when it is none. */
export function readDate(written: string, style: DateStyle): string | null {
  const text = written.trim();
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (iso) return toDay(iso[1], iso[2], iso[3]);
  if (style === 'serial') return dayOfSerial(text);
  if (style === 'iso') return null;
  const [, first, second, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (!year) return null;
  return style === 'dmy' ? toDay(year, second, first) : toDay(year, first, second);
}

const DAY_ZERO = Date.UTC(1899, 11, 30);
const MILLISECONDS_A_DAY = 86_400_000;

/** The day that a spreadsheet counts by this number, `43551` or with the time of day `43551.25`; null for what is no such number. */
export function dayOfSerial(text: string): string | null {
  const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(text.trim()) ?? [];
  if (!days) return null;
  return new Date(DAY_ZERO + Number(days) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function toDay(year = '', month?: string, day?: string): string | null {
  if (!month) return year;
  const text = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
  return isDay(year, month, day) ? text : null;
}

/** Whether the calendar has this day, or this month where no day is given. */
export function isDay(year: string, month = '', day = '1'): boolean {
  const text = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The moment at which a day, a month or a year begins. */
export function startOf(date: string): string {
  return `${date}${'-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)}T00:00:00.000Z`;
}

export function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}
