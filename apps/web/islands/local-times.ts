import { fill } from './reader-wishes.js';

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
    const dateStyle = style as Intl.DateTimeFormatOptions['dateStyle'];
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle, timeStyle: 'short' });
    const time = format.formatRange(new Date(localTime), new Date(until));
    line.textContent = fill(template, { time, zone: timeZone.replaceAll('_', ' ') });
    line.hidden = line.textContent === '';
    // In a list, two clocks are enough: UTC stands for the reader's own only where that is not known.
    if (utc && style === 'medium') utc.hidden = !line.hidden;
  }
}
