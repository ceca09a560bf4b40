import { describe, expect, it } from '@jest/globals';
import { type LocalTimes, resolveTimes } from './session-times.js';

const local: LocalTimes = {
  timeZone: 'Europe/Madrid',
  startsAt: '2027-03-20T15:00',
  endsAt: '2027-03-20T16:30',
  registrationOpensAt: null,
  registrationClosesAt: null,
};
const codes = (changes: Partial<LocalTimes>) => {
  const resolved = resolveTimes({ ...local, ...changes });
  return 'problems' in resolved ? resolved.problems.map(({ field, code }) => `${field} ${code}`) : [];
};

describe('the times of a session', () => {
  it('are placed in time by their zone', () => {
    expect(resolveTimes(local)).toEqual({
      times: {
        ...local,
        startsAtUtc: '2027-03-20T14:00:00.000Z',
        endsAtUtc: '2027-03-20T15:30:00.000Z',
        registrationOpensAtUtc: null,
        registrationClosesAtUtc: null,
      },
    });
  });

  it('keep the hour on the wall across a change of summer time', () => {
    const moved = resolveTimes({ ...local, startsAt: '2027-04-03T15:00', endsAt: '2027-04-03T16:30' });
    expect(moved).toMatchObject({
      times: { startsAt: '2027-04-03T15:00', startsAtUtc: '2027-04-03T13:00:00.000Z' },
    });
  });

  it('measure an end before its beginning in real time', () => {
    expect(codes({ endsAt: '2027-03-20T15:00' })).toEqual(['endsAt learning/ends-before-start']);
    // By the wall it is half an hour; in truth the clocks have gone back meanwhile.
    expect(codes({ startsAt: '2027-10-31T02:45', endsAt: '2027-10-31T03:00' })).toEqual([]);
    expect(codes({ endsAt: '2027-05-20T15:00' })).toEqual(['endsAt learning/too-long']);
  });

  it('refuse zones, days and hours that do not exist', () => {
    expect(codes({ timeZone: 'Europe/Atlantis' })).toEqual(['timeZone learning/unknown-time-zone']);
    expect(codes({ startsAt: '2027-02-30T15:00' })).toEqual(['startsAt learning/no-such-day']);
    expect(codes({ startsAt: '2027-03-28T02:15', endsAt: '2027-03-28T04:00' })).toEqual([
      'startsAt learning/time-skipped',
    ]);
  });

  it('have a window for registration that opens before it closes, and closes before all is over', () => {
    expect(
      codes({ registrationOpensAt: '2027-03-10T08:00', registrationClosesAt: '2027-03-19T20:00' }),
    ).toEqual([]);
    expect(
      codes({ registrationOpensAt: '2027-03-10T08:00', registrationClosesAt: '2027-03-10T08:00' }),
    ).toEqual(['registrationClosesAt learning/window-closes-before-opening']);
    expect(codes({ registrationClosesAt: '2027-03-20T17:00' })).toEqual([
      'registrationClosesAt learning/window-after-end',
    ]);
    expect(codes({ registrationOpensAt: '2027-03-21T17:00' })).toEqual([
      'registrationOpensAt learning/window-after-end',
    ]);
  });
});
