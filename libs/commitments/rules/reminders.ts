import { addDays, type CommitmentDays, type Day } from './commitment-days.js';

/** `due`: the day has come; `review`: the day of the follow-up has; `overdue`: a week has passed and it is still open. */
export type ReminderKind = 'due' | 'review' | 'overdue';

export interface Reminder {
  kind: ReminderKind;
  on: Day;
}

const WEEK = 7;

/** All reminders of a commitment that stays open, first to last. */
export function remindersOf({ dueOn, reviewOn }: CommitmentDays): Reminder[] {
  const last = dueOn > reviewOn ? dueOn : reviewOn;
  const reminders: Reminder[] = [
    { kind: 'due', on: dueOn },
    ...(reviewOn === dueOn ? [] : [{ kind: 'review', on: reviewOn } as const]),
    { kind: 'overdue', on: addDays(last, WEEK) },
  ];
  return reminders.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The day of the first reminder on or after a day; null when there is none left. */
export function nextReminderOn(days: CommitmentDays, from: Day): Day | null {
  return remindersOf(days).find(({ on }) => on >= from)?.on ?? null;
}

/**
 * The reminder to send today when none has left since `remindOn`. Of several that are waiting only the latest is
 * sent, and none that is more than a week old: after a long silence nobody is flooded with what was due once.
 */
export function reminderToSend(days: CommitmentDays, remindOn: Day, today: Day): Reminder | null {
  const waiting = remindersOf(days).filter(({ on }) => on >= remindOn && on <= today);
  const latest = waiting.at(-1);
  return latest && latest.on >= addDays(today, -WEEK) ? latest : null;
}
