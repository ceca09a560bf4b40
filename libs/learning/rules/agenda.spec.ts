import { describe, expect, it } from '@jest/globals';
import { nextStep, plannedStarts, stepBefore, timeLeft } from './agenda.js';

const agenda = [
  { title: 'Welcome', minutes: 10, prompt: null },
  { title: 'The case', minutes: 25, prompt: 'What surprised you?' },
];

describe('the agenda of a session', () => {
  it('begins with its first step and ends with its last', () => {
    expect(nextStep(2, null, null)).toEqual({ stepIndex: 0 });
    expect(nextStep(2, 0, 0)).toEqual({ stepIndex: 1 });
    expect(nextStep(2, 1, 1)).toBe('last');
    expect(nextStep(0, null, null)).toBe('last');
  });

  it('moves one step when two press together', () => {
    expect(nextStep(3, 0, 0)).toEqual({ stepIndex: 1 });
    expect(nextStep(3, 1, 0)).toBe('stale');
    expect(nextStep(3, 1, null)).toBe('stale');
    expect(nextStep(3, null, 2)).toBe('stale');
  });

  it('goes back to the step before, and not before the first', () => {
    expect(stepBefore(2, 2)).toEqual({ stepIndex: 1 });
    expect(stepBefore(1, 2)).toBe('stale');
    expect(stepBefore(0, 0)).toBe('first');
    expect(stepBefore(null, null)).toBe('first');
  });

  it('says how much of a step is left, and how far it is over', () => {
    const timer = { stepIndex: 1, stepStartedAt: '2027-01-15T14:10:00.000Z' };
    expect(timeLeft(agenda, timer, new Date('2027-01-15T14:20:00.000Z'))).toBe(15 * 60_000);
    expect(timeLeft(agenda, timer, new Date('2027-01-15T14:36:00.000Z'))).toBe(-60_000);
    expect(timeLeft(agenda, { stepIndex: null, stepStartedAt: null }, new Date())).toBeNull();
  });

  it('plans each step after the one before', () => {
    expect(plannedStarts(agenda, '2027-01-15T14:00:00.000Z')).toEqual([
      '2027-01-15T14:00:00.000Z',
      '2027-01-15T14:10:00.000Z',
    ]);
  });
});
