import { fill } from './reader-wishes.js';

type DateStyle = Intl.DateTimeFormatOptions['dateStyle'];

/** How to say the day, where the reader's is not the one there. */
function styleOfOtherDay(iso: string, zone: string | undefined): DateStyle {
  const dayIn = (timeZone?: string) => new Date(iso).toLocaleDateString('en', { timeZone });
  return dayIn() === dayIn(zone) ? undefined : 'medium';
}

/** Tells times by the reader's clock, and forms which zone that is. What the server wrote stays beside it. */
export function showLocalTimes(root: ParentNode): void {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (!timeZone) return;
  for (const field of root.querySelectorAll<HTMLInputElement>('input[data-time-zone]')) {
    field.value ||= timeZone;
  }
  for (const line of root.querySelectorAll<HTMLElement>('[data-local-time]')) {
    const { localTime = '', until = localTime, zone, style, template } = line.dataset;
    const utc = line.parentElement?.querySelector<HTMLElement>('[data-utc]');
    if (zone === timeZone || (utc && timeZone === 'UTC')) continue;
    // Without a style, the day is known from what stands around; where it is another for the reader, it is said.
    const dateStyle = style === 'none' ? styleOfOtherDay(localTime, zone) : (style as DateStyle);
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle, timeStyle: 'short' });
    const time = format.formatRange(new Date(localTime), new Date(until));
    line.textContent = fill(template, { time, zone: timeZone.replaceAll('_', ' ') });
    line.hidden = line.textContent === '';
    // In a list, two clocks are enough: UTC stands for the reader's own only where that is not known.
    if (utc && style === 'medium') utc.hidden = !line.hidden;
  }
}
