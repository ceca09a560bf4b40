import { describe, expect, it } from '@jest/globals';
import { COUNTRY_ROLES } from './case-codes.js';
import { joinRoles } from './join-roles.js';

describe('two roles of one country', () => {
  it.each([
    ['recipient', 'provider', 'both'],
    ['beneficiary', 'pivotal', 'both'],
    ['both', 'provider', 'both'],
    ['location', 'recipient', 'recipient'],
    ['provider', 'pivotal', 'pivotal'],
    ['provider', 'facilitator', 'facilitator'],
    ['recipient', 'beneficiary', 'beneficiary'],
    ['first-provider', 'second-provider', null],
    ['facilitator', 'beneficiary', null],
  ] as const)('%s and %s come to %s', (one, other, joined) => {
    expect(joinRoles(one, other)).toBe(joined);
  });

  it('come to the same in either order', () => {
    for (const one of COUNTRY_ROLES)
      for (const other of COUNTRY_ROLES) expect(joinRoles(one, other)).toBe(joinRoles(other, one));
  });
});
