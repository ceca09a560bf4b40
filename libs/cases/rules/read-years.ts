import { asciiDigits } from '../../platform/i18n/ascii-digits.js';
import { type DateStyle, dayOfSerial, isDay } from './cell-values.js';
import { monthNamed } from './month-names.js';

export interface Years {
  readonly start: number | null;
  /** Null where none is written, or where it is not sure. */
  readonly end: number | null;
  readonly ongoing: boolean;
}

export type YearRefusalReason =
  | 'not-a-year'
  /** "13" may be 1913 or 2013. */
  | 'two-digits'
  /** A day that no calendar has. */
  | 'no-such-day'
  /** "c. 2010", "2010?": the year is not sure. */
  | 'approximate'
  /** 42005: a day as spreadsheets count it, or any other number. */
  | 'number-of-a-day'
  | 'several';

export type YearsReading = Years | { readonly refused: YearRefusalReason };

const BETWEEN =
  /\s+(?:to|until|till|through|and|a|à|au|et|al|y|hasta|e|até|ate|до|по|и|إلى|الى|حتى|و)\s+|\s*(?:至|到|~|→|–|—|‒|−)\s*|\s+-\s+/u;
const BEFORE_RANGE = /^(?:from|between|de|du|entre|desde|с|от|между|من|بين|从)\s+(?=.*\d.*\D.*\d)/u;
const NOW =
  /^(?:present|the present|now|today|date|to date|ongoing|on-going|current|continuing|en cours|present|aujourd'hui|actualidad|la actualidad|presente|el presente|en curso|hoy|atual|o presente|hoje|atualidade|em curso|настоящее время|н\.?\s?в\.?|сегодня|الآن|الان|اليوم|今|今天|现在)$/u;
const SINCE = /^(?:since|starting|ongoing since|depuis|a partir de|à partir de|desde|с|начиная с|منذ|自)\s*/u;
const ONWARDS = /\s*(?:onwards?|\+|至今|起|年起| и далее|ongoing|present|en adelante|em diante)$/u;
const UNTIL = /^(?:until|till|up to|jusqu'en|jusqu'à|hasta|até|ate|до|حتى|至)\s+|^[-–—]\s*(?=\d{4}$)/u;
const AROUND_YEAR =
  /^(?:in|en|em|в|year|the year|annee|année|ano|año|год|عام|سنة|fy|f\.y\.|fiscal year|financial year|exercice|año fiscal|ano fiscal|early|mid|late|beginning of|start of|end of|début|fin|spring|summer|autumn|fall|winter|[qht][1-4]|т?[1-4] кв\.?)[\s-]*(?=\d{4})/u;
const BEHIND_YEAR = /(?<=\d{4})[\s-]*(?:года|году|год|гг?\.?|年|ad|ce|fy|[qht][1-4])$/u;
const APPROXIMATE =
  /^(?:c\.|ca\.?|circa|approx\.?|approximately|about|around|~|≈|vers|environ|hacia|cerca de|около|примерно|نحو|حوالي|约)\s*\d|\?$|\d{4}s$/u;

/** Lower case, our digits, plain spaces; without brackets, stars and footnotes around it. */
function plain(written: string): string {
  return asciiDigits(written.normalize('NFKC'))
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\p{Cf}*†]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\((.*)\)$/u, '$1')
    .trim();
}

/**
 * Reads when something took place: a year, a month, a day, a span of them, since when or until when. A fiscal year is the year by which
 * it is called; "2015/16" are two years.
 *
 * @param style how days are written in figures; whether 03/04/2012 is in March or April does not matter to its year
 */
export function readYears(written: string, style: DateStyle): YearsReading {
  const text = plain(written);
  if (APPROXIMATE.test(text)) return { refused: 'approximate' };
  return readSpan(text, style) ?? readOpenSpan(text, style) ?? readSingle(text, style);
}

function readSingle(text: string, style: DateStyle): YearsReading {
  const year = yearOf(text, style);
  return typeof year === 'number' ? { start: year, end: null, ongoing: false } : { refused: year };
}

function readSpan(text: string, style: DateStyle): YearsReading | null {
  const short = /^(?:fy ?)?(\d{4}) ?([-–—‒−/]) ?(\d{2})$/u.exec(text);
  if (short) return readShortSpan(Number(short[1]), Number(short[3]), short[2] ?? '');
  const years = /^(?:fy ?)?(\d{4}) ?[-–—‒−/] ?(?:fy ?)?(\d{4})$/u.exec(text);
  if (years) return spanOf(Number(years[1]), Number(years[2]));
  const parts = text.replace(BEFORE_RANGE, '').split(BETWEEN);
  if (parts.length !== 2)
    return parts.length > 2 && parts.every((part) => /\d/.test(part)) ? { refused: 'several' } : null;
  const [first = '', second = ''] = parts;
  const start = yearOf(first, style);
  if (typeof start !== 'number')
    return /\d/.test(first) && /\d/.test(second) && first !== ''
      ? monthsOfOneYear(first, second, style)
      : null;
  if (NOW.test(second)) return { start, end: null, ongoing: true };
  const end = yearOf(second, style);
  return typeof end === 'number' ? spanOf(start, end) : null;
}

/** `May - June 2013`, `3–5 May 2013`: the year stands once. */
function monthsOfOneYear(first: string, second: string, style: DateStyle): YearsReading | null {
  const year = yearOf(second, style);
  return typeof year === 'number' && /^\d{1,2}$/.test(first)
    ? { start: year, end: null, ongoing: false }
    : null;
}

/** `2015/16` are two years, `2012-05` a month; `2011/12` may be either, so that only its beginning is sure. */
function readShortSpan(year: number, short: number, sign: string): YearsReading | null {
  const end = Math.floor(year / 100) * 100 + short;
  const mayBeMonth = short >= 1 && short <= 12;
  if (end > year && !mayBeMonth) return { start: year, end, ongoing: false };
  if (mayBeMonth) return { start: year, end: null, ongoing: false };
  return sign === '-' ? { refused: 'no-such-day' } : null;
}

function spanOf(start: number, end: number): YearsReading {
  return { start, end, ongoing: false };
}

function readOpenSpan(text: string, style: DateStyle): YearsReading | null {
  const until = text.replace(UNTIL, '');
  if (until !== text) {
    const end = yearOf(until, style);
    return typeof end === 'number' ? { start: null, end, ongoing: false } : null;
  }
  const since = text
    .replace(SINCE, '')
    .replace(ONWARDS, '')
    .replace(/\s*[-–—]\s*$/u, '')
    .replace(/\s*\($/u, '');
  if (since === text) return null;
  const start = yearOf(since.trim(), style);
  return typeof start === 'number' ? { start, end: null, ongoing: true } : null;
}

/** The year of one date. */
function yearOf(written: string, style: DateStyle): number | YearRefusalReason {
  const text = written.trim().replace(AROUND_YEAR, '').replace(BEHIND_YEAR, '').trim();
  const plainYear = /^(\d{4})(?:\.0+)?$/.exec(text);
  if (plainYear) return Number(plainYear[1]);
  if (/^'?\d{2}$/.test(text)) return 'two-digits';
  const figures = yearOfFigures(text, style);
  if (figures !== null) return figures;
  const words = yearOfWords(text);
  if (words !== null) return words;
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return 'number-of-a-day';
  return /^\d{4}(?:\s*[,;]\s*\d{4})+$/.test(text) ? 'several' : 'not-a-year';
}

const TIME_OF_DAY = /[t ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:z|utc|[+-]\d{2}(?::?\d{2})?)?$/;

function yearOfFigures(written: string, style: DateStyle): number | YearRefusalReason | null {
  const counted = style === 'serial' ? dayOfSerial(written) : null;
  if (counted) return Number(counted.slice(0, 4));
  const text = written.replace(TIME_OF_DAY, '');
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year) return isDay(year, month, day) ? Number(year) : 'no-such-day';
  const [, monthOnly, ofYear] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (ofYear) return isDay(ofYear, monthOnly) ? Number(ofYear) : 'no-such-day';
  const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(text) ?? [];
  if (!last) return null;
  if (last.length === 2) return 'two-digits';
  const isThere =
    (style !== 'mdy' && isDay(last, second, first)) || (style !== 'dmy' && isDay(last, first, second));
  return isThere ? Number(last) : 'no-such-day';
}

/** `6 May 2009`, `May 6, 2009`, `12-May-2013`, `mayo de 2013`, `2013年5月6日`. */
function yearOfWords(text: string): number | YearRefusalReason | null {
  const [, chineseYear, chineseMonth, chineseDay] =
    /^(\d{4}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?$/u.exec(text) ?? [];
  if (chineseYear) return isDay(chineseYear, chineseMonth, chineseDay) ? Number(chineseYear) : 'no-such-day';
  const words = text
    .replace(/(?<=\d)(?:st|nd|rd|th|er|º|ª|o)(?=[\s,]|$)/gu, '')
    .replace(/(?<=^|\s)(?:de|del|do|of|the|г\.?|года)(?=\s|$)/gu, ' ')
    .split(/[\s,/-]+/)
    .filter((word) => word !== '');
  const month =
    words.map((word) => monthNamed(word)).find((found) => found !== undefined) ??
    monthNamed(words.filter((word) => !/\d/.test(word)).join(' '));
  if (month === undefined) return null;
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  const isMonthAlone = monthNamed(names.join(' ')) !== undefined;
  if (!isMonthAlone || numbers.length === 0 || numbers.length > 2) return null;
  const year = numbers.find((number) => number.length === 4);
  if (year === undefined) return 'two-digits';
  const day = numbers.find((number) => number !== year);
  return isDay(year, String(month), day) ? Number(year) : 'no-such-day';
}
