import { describe, expect, it } from '@jest/globals';
import { nextReminderOn, remindersOf, reminderToSend } from './reminders.js';

const simple = { dueOn: '2026-12-01', reviewOn: '2026-12-01' };
const reviewed = { dueOn: '2026-12-01', reviewOn: '2026-12-20' };

describe('reminders of a commitment', () => {
  it('leave on the day it is due and a week after', () => {
    expect(remindersOf(simple)).toEqual([
      { kind: 'due', on: '2026-12-01' },
      { kind: 'overdue', on: '2026-12-08' },
    ]);
  });

  it('leave on the day of the follow-up too, and a week after the later of the two', () => {
    expect(remindersOf(reviewed).map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'due 2026-12-01',
      'review 2026-12-20',
      'overdue 2026-12-27',
    ]);
    const early = { dueOn: '2026-12-20', reviewOn: '2026-12-01' };
    expect(remindersOf(early).map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'review 2026-12-01',
      'due 2026-12-20',
      'overdue 2026-12-27',
    ]);
  });

  it('have a next one until the last has left', () => {
    expect(nextReminderOn(reviewed, '2026-11-01')).toBe('2026-12-01');
    expect(nextReminderOn(reviewed, '2026-12-01')).toBe('2026-12-01');
    expect(nextReminderOn(reviewed, '2026-12-02')).toBe('2026-12-20');
    expect(nextReminderOn(reviewed, '2026-12-28')).toBeNull();
  });

  it('are sent on their day, and later if the day was missed', () => {
    expect(reminderToSend(simple, '2026-12-01', '2026-11-30')).toBeNull();
    expect(reminderToSend(simple, '2026-12-01', '2026-12-01')?.kind).toBe('due');
    expect(reminderToSend(simple, '2026-12-01', '2026-12-07')?.kind).toBe('due');
  });

  it('are not sent again once they have left', () => {
    expect(reminderToSend(simple, '2026-12-08', '2026-12-07')).toBeNull();
    expect(reminderToSend(simple, '2026-12-08', '2026-12-08')?.kind).toBe('overdue');
  });

  it('come one at a time, and not at all when it is long ago', () => {
    expect(reminderToSend(simple, '2026-12-01', '2026-12-10')?.kind).toBe('overdue');
    expect(reminderToSend(simple, '2026-12-01', '2026-12-15')?.kind).toBe('overdue');
    expect(reminderToSend(simple, '2026-12-01', '2026-12-16')).toBeNull();
  });
});
