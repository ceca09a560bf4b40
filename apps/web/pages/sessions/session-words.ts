import type { SessionSummaryView } from '../../../../libs/learning/index.js';
import { languageName } from '../../../../libs/platform/i18n/language-name.js';
import type { Texts } from '../../components/text.js';

/** Names of the languages spoken, in the reader's language. */
export function languageNames(tags: readonly string[], { locale, t }: Texts): string {
  return tags.map((tag) => languageName(tag, locale)).join(t('ui.list-comma'));
}

/** How the places stand: full with so many waiting, so many left, or room for everyone. */
export function placesInWords(
  { places, registered, waiting }: Pick<SessionSummaryView, 'places' | 'registered' | 'waiting'>,
  { t }: Texts,
): string {
  if (places === null) return t('sessions.registered-count', { count: registered });
  const left = Math.max(0, places - registered);
  if (left > 0 && waiting === 0) return t('sessions.places-left', { count: left });
  return waiting > 0 ? t('sessions.full-waiting', { count: waiting }) : t('sessions.full');
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long something takes: in minutes, or in whole hours or days where it is that long. */
export function durationInWords(minutes: number, { t, locale }: Pick<Texts, 't' | 'locale'>): string {
  if (minutes < 2 * HOUR || minutes % HOUR !== 0) return t('sessions.minutes', { count: minutes });
  const [unit, length] = minutes % DAY === 0 ? ['day', DAY] : ['hour', HOUR];
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(minutes / length);
}

/** Hours where there are any, minutes and seconds as a clock shows them; below zero, how far over. */
export function clockFace(milliseconds: number, locale: string): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const hours = Math.floor(seconds / 3600);
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
  return [...(hours > 0 ? [hours] : []), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => twoDigits.format(part))
    .join(':');
}
