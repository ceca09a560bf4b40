import { isLocalTime, isTimeZone, placeInTime } from '../../platform/clock/zoned-time.js';

/** Longest session: a study visit of a month. */
export const MOST_DAYS = 31;

/** When a session takes place and when people may register, by the clock of its zone. */
export interface LocalTimes {
  timeZone: string;
  startsAt: string;
  endsAt: string;
  registrationOpensAt: string | null;
  registrationClosesAt: string | null;
}

export interface SessionTimes extends LocalTimes {
  startsAtUtc: string;
  endsAtUtc: string;
  registrationOpensAtUtc: string | null;
  registrationClosesAtUtc: string | null;
}

export interface TimeProblem {
  field: keyof LocalTimes;
  code: string;
  data?: Record<string, string | number>;
}

const FIELDS = ['startsAt', 'endsAt', 'registrationOpensAt', 'registrationClosesAt'] as const;

/** Places the local times in time, or says what is wrong with them, field by field. */
export function resolveTimes(local: LocalTimes): { times: SessionTimes } | { problems: TimeProblem[] } {
  if (!isTimeZone(local.timeZone))
    return { problems: [{ field: 'timeZone', code: 'learning/unknown-time-zone' }] };
  const problems: TimeProblem[] = [];
  const utc: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const field of FIELDS) {
    const value = local[field];
    if (value === null) continue;
    const placed = placeOrRefuse(field, value, local.timeZone);
    if (typeof placed === 'string') utc[field] = placed;
    else problems.push(placed);
  }
  problems.push(...orderProblems(utc));
  const { startsAt, endsAt, registrationOpensAt = null, registrationClosesAt = null } = utc;
  if (problems.length > 0 || !startsAt || !endsAt) return { problems };
  return {
    times: {
      ...local,
      startsAtUtc: startsAt,
      endsAtUtc: endsAt,
      registrationOpensAtUtc: registrationOpensAt,
      registrationClosesAtUtc: registrationClosesAt,
    },
  };
}

function placeOrRefuse(field: (typeof FIELDS)[number], local: string, zone: string): string | TimeProblem {
  if (!isLocalTime(local)) return { field, code: 'learning/no-such-day' };
  const placed = placeInTime(local, zone);
  if (placed.kind !== 'skipped') return placed.utc;
  const [day = '', time = ''] = placed.instead.split('T');
  return { field, code: 'learning/time-skipped', data: { day, time } };
}

function orderProblems(utc: Partial<Record<(typeof FIELDS)[number], string>>): TimeProblem[] {
  const { startsAt, endsAt, registrationOpensAt: opens, registrationClosesAt: closes } = utc;
  const problems: TimeProblem[] = [];
  if (startsAt && endsAt) {
    if (endsAt <= startsAt) problems.push({ field: 'endsAt', code: 'learning/ends-before-start' });
    else if (Date.parse(endsAt) - Date.parse(startsAt) > MOST_DAYS * 86_400_000)
      problems.push({ field: 'endsAt', code: 'learning/too-long', data: { days: MOST_DAYS } });
  }
  if (opens && closes && closes <= opens)
    problems.push({ field: 'registrationClosesAt', code: 'learning/window-closes-before-opening' });
  if (endsAt && opens && opens >= endsAt)
    problems.push({ field: 'registrationOpensAt', code: 'learning/window-after-end' });
  if (endsAt && closes && closes > endsAt)
    problems.push({ field: 'registrationClosesAt', code: 'learning/window-after-end' });
  return problems;
}
