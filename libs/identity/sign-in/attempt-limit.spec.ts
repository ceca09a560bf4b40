import { describe, expect, it } from '@jest/globals';
import { AttemptLimit } from './attempt-limit.js';

function failTimes(limit: AttemptLimit, account: string, times: number): void {
  for (let attempt = 0; attempt < times; attempt++) limit.begin(account);
}

describe('the limit on guessing a password', () => {
  it('stops the eleventh attempt at one account and lets others in', () => {
    const limit = new AttemptLimit();
    failTimes(limit, 'rosa@example.org', 10);
    expect(() => limit.begin('rosa@example.org')).toThrow('identity/too-many-attempts');
    expect(() => limit.begin('amina@example.org')).not.toThrow();
  });

  it('starts afresh after a success', () => {
    const limit = new AttemptLimit();
    failTimes(limit, 'rosa@example.org', 10);
    limit.forgive('rosa@example.org');
    expect(() => limit.begin('rosa@example.org')).not.toThrow();
  });
});
