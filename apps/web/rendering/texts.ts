import type { Catalogue } from '../../../libs/platform/i18n/catalogue.js';
import { directionOf, type Locale } from '../../../libs/platform/i18n/locales.js';
import type { Texts } from '../components/text.js';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** {@link Texts} by language, each made when first wanted: its formatters are costly to make and cheap to use. */
export function textsByLocale(catalogue: Catalogue): (locale: Locale) => Texts {
  const made = new Map<Locale, Texts>();
  return (locale) => {
    const texts = made.get(locale) ?? textsFor(catalogue, locale);
    made.set(locale, texts);
    return texts;
  };
}

function textsFor(catalogue: Catalogue, locale: Locale): Texts {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const distances = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const numbers = new Intl.NumberFormat(locale);
  return {
    locale,
    dir: directionOf(locale),
    t: (key, values) => catalogue.text(locale, key, values),
    date: (iso) => days.format(new Date(iso)),
    relativeTime: (iso) => distanceFromNow(distances, iso),
    number: (value) => numbers.format(value),
  };
}

function distanceFromNow(format: Intl.RelativeTimeFormat, iso: string): string {
  const seconds = (Date.parse(iso) - Date.now()) / 1000;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return unit === 'second' ? format.format(0, 'second') : format.format(Math.round(seconds / length), unit);
}
