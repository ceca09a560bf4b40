import { describe, expect, it } from '@jest/globals';
import { meantOrganisation } from './organisation-match.js';

const peru = { id: 'a', country: 'PER' };
const bolivia = { id: 'b', country: 'BOL' };
const nowhere = { id: 'c', country: null };

describe('the organisation that a profile names', () => {
  it('is the only one of that name, wherever it is', () => {
    expect(meantOrganisation([bolivia], 'PER')).toBe(bolivia);
    expect(meantOrganisation([nowhere], null)).toBe(nowhere);
  });

  it('is the one at home where several bear the name', () => {
    expect(meantOrganisation([bolivia, peru, nowhere], 'PER')).toBe(peru);
  });

  it('is none rather than a wrong one', () => {
    expect(meantOrganisation([], 'PER')).toBeNull();
    expect(meantOrganisation([bolivia, peru], 'KEN')).toBeNull();
    expect(meantOrganisation([bolivia, nowhere], null)).toBeNull();
  });
});
