import { describe, expect, it } from '@jest/globals';
import { isLive, registrationState, stateOf, type TimeFacts } from './session-state.js';

const session: TimeFacts = {
  stepIndex: null,
  closedAt: null,
  cancelledAt: null,
  startsAtUtc: '2027-01-15T14:00:00.000Z',
  endsAtUtc: '2027-01-15T15:00:00.000Z',
  registrationOpensAtUtc: '2027-01-01T08:00:00.000Z',
  registrationClosesAtUtc: '2027-01-14T20:00:00.000Z',
};
const at = (iso: string) => new Date(iso);

describe('how a session stands', () => {
  it('follows from what was done with it', () => {
    expect(stateOf(session)).toBe('planned');
    expect(stateOf({ ...session, stepIndex: 0 })).toBe('running');
    expect(stateOf({ ...session, stepIndex: 2, closedAt: '2027-01-15T15:00:00.000Z' })).toBe('closed');
    expect(stateOf({ ...session, cancelledAt: '2027-01-10T15:00:00.000Z' })).toBe('cancelled');
  });

  it('opens its doors an hour before it begins, until it is closed', () => {
    expect(isLive(session, at('2027-01-15T12:59:59.999Z'))).toBe(false);
    expect(isLive(session, at('2027-01-15T13:00:00.000Z'))).toBe(true);
    expect(isLive(session, at('2027-01-15T19:00:00.000Z'))).toBe(true);
    expect(isLive({ ...session, closedAt: 'x' }, at('2027-01-15T14:00:00.000Z'))).toBe(false);
  });

  it('takes registrations in its window, to the millisecond', () => {
    expect(registrationState(session, at('2027-01-01T07:59:59.999Z'))).toBe('not-yet');
    expect(registrationState(session, at('2027-01-01T08:00:00.000Z'))).toBe('open');
    expect(registrationState(session, at('2027-01-14T20:00:00.000Z'))).toBe('open');
    expect(registrationState(session, at('2027-01-14T20:00:00.001Z'))).toBe('over');
  });

  it('takes them until its end without a window, and none once it is over or cancelled', () => {
    const free = { ...session, registrationOpensAtUtc: null, registrationClosesAtUtc: null };
    expect(registrationState(free, at('2020-01-01T00:00:00.000Z'))).toBe('open');
    expect(registrationState(free, at('2027-01-15T15:00:00.001Z'))).toBe('over');
    expect(registrationState({ ...free, cancelledAt: 'x' }, at('2027-01-10T15:00:00.000Z'))).toBe('over');
  });
});
