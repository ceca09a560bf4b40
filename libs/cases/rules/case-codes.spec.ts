import { describe, expect, it } from '@jest/globals';
import { loadReference } from '../../atlas/index.js';
import { ACTOR_ROLES, ACTOR_TYPES, COUNTRY_ROLES } from './case-codes.js';

const codesOf = (list: readonly { code: string }[]) => list.map(({ code }) => code);

describe('codes of a case', () => {
  it('are those the atlas has names for', () => {
    const { countryRoles, actorRoles, actorTypes } = loadReference();
    expect(codesOf(countryRoles)).toEqual([...COUNTRY_ROLES]);
    expect(codesOf(actorRoles)).toEqual([...ACTOR_ROLES]);
    expect(codesOf(actorTypes)).toEqual([...ACTOR_TYPES]);
  });
});
