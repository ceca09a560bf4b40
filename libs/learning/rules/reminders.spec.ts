import { describe, expect, it } from '@jest/globals';
import { dueReminder } from './reminders.js';

const starts = '2027-01-15T14:00:00.000Z';
const long = '2027-01-01T00:00:00.000Z';
const due = (since: string, now: string) => dueReminder(starts, since, new Date(now));

describe('reminders', () => {
  it('are due a day and an hour before, and not otherwise', () => {
    expect(due(long, '2027-01-14T13:59:59.999Z')).toBeNull();
    expect(due(long, '2027-01-14T14:00:00.000Z')).toBe('day');
    expect(due(long, '2027-01-15T12:59:00.000Z')).toBe('day');
    expect(due(long, '2027-01-15T13:00:00.000Z')).toBe('hour');
    expect(due(long, '2027-01-15T14:00:00.000Z')).toBeNull();
  });

  it('do not tell people what they have only just asked for', () => {
    expect(due('2027-01-14T18:00:00.000Z', '2027-01-14T18:01:00.000Z')).toBeNull();
    expect(due('2027-01-14T18:00:00.000Z', '2027-01-15T13:01:00.000Z')).toBe('hour');
    expect(due('2027-01-15T13:30:00.000Z', '2027-01-15T13:31:00.000Z')).toBeNull();
  });
});
