/** A day of the calendar, `YYYY-MM-DD`. */
export type Day = string;

export interface CommitmentDays {
  dueOn: Day;
  /** The day on which to look at what came of it. */
  reviewOn: Day;
}

export interface DayFault {
  field: 'dueOn' | 'reviewOn';
  reason: 'past' | 'too-far';
}

const DAY_MS = 86_400_000;
const FARTHEST_YEARS = 50;

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day it is in UTC, by which reminders leave and what is late is late. */
export function dayOf(time: Date): Day {
  return time.toISOString().slice(0, 10);
}

/** The day it still is in the last place on earth (UTC−12): what is today somewhere is not past. */
function earliestToday(now: Date): Day {
  return dayOf(new Date(now.getTime() - 12 * 3_600_000));
}

/** What is wrong with the days of a new commitment; null when nothing is. */
export function findDayFault(days: CommitmentDays, now: Date): DayFault | null {
  const today = earliestToday(now);
  const farthest = `${Number(today.slice(0, 4)) + FARTHEST_YEARS}${today.slice(4)}`;
  for (const field of ['dueOn', 'reviewOn'] as const) {
    if (days[field] < today) return { field, reason: 'past' };
    if (days[field] > farthest) return { field, reason: 'too-far' };
  }
  return null;
}

export function isOverdue(state: string, dueOn: Day, today: Day): boolean {
  return state === 'open' && dueOn < today;
}
