import { describe, expect, it } from '@jest/globals';
import { addDays, findDayFault, isOverdue } from './commitment-days.js';

const NOON = new Date('2026-11-24T11:59:00Z');
const days = (dueOn: string, reviewOn = dueOn) => ({ dueOn, reviewOn });

describe('the days of a commitment', () => {
  it('are counted by the calendar, over leap days and daylight-saving changes', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-03-28', 7)).toBe('2026-04-04');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('may be today, wherever on earth today still is', () => {
    expect(findDayFault(days('2026-11-24'), NOON)).toBeNull();
    expect(findDayFault(days('2026-11-23'), NOON)).toBeNull();
    expect(findDayFault(days('2026-11-22'), NOON)).toEqual({ field: 'dueOn', reason: 'past' });
    const afternoon = new Date('2026-11-24T12:00:00Z');
    expect(findDayFault(days('2026-11-23'), afternoon)).toEqual({ field: 'dueOn', reason: 'past' });
  });

  it('are neither past nor beyond everyone’s working life', () => {
    expect(findDayFault(days('2027-01-01', '2026-11-01'), NOON)).toEqual({
      field: 'reviewOn',
      reason: 'past',
    });
    expect(findDayFault(days('2076-11-23'), NOON)).toBeNull();
    expect(findDayFault(days('2076-11-24'), NOON)).toEqual({ field: 'dueOn', reason: 'too-far' });
    expect(findDayFault(days('9999-12-31'), NOON)).toEqual({ field: 'dueOn', reason: 'too-far' });
  });

  it('allow a follow-up before the commitment is due', () => {
    expect(findDayFault(days('2027-06-01', '2027-01-01'), NOON)).toBeNull();
  });

  it('make it overdue from the day after, while it is open', () => {
    expect(isOverdue('open', '2026-11-24', '2026-11-24')).toBe(false);
    expect(isOverdue('open', '2026-11-24', '2026-11-25')).toBe(true);
    expect(isOverdue('partly', '2026-11-24', '2026-11-25')).toBe(false);
  });
});
