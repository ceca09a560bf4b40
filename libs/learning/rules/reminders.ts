const HOUR_MS = 3_600_000;

export type ReminderKind = 'day' | 'hour';

/** How long before the beginning each reminder goes out. */
export const REMINDERS: Record<ReminderKind, number> = { day: 24 * HOUR_MS, hour: HOUR_MS };

/**
 * The reminder that is due now to someone who has had a place since `since`. Who registered within the last day before
 * the beginning is not told a day before, since they have only just asked.
 */
export function dueReminder(startsAtUtc: string, since: string, now: Date): ReminderKind | null {
  const left = Date.parse(startsAtUtc) - now.getTime();
  if (left <= 0) return null;
  const kind: ReminderKind = left <= REMINDERS.hour ? 'hour' : 'day';
  const hadPlace = Date.parse(startsAtUtc) - Date.parse(since);
  return left <= REMINDERS[kind] && hadPlace >= REMINDERS[kind] ? kind : null;
}
