import { describe, expect, it } from '@jest/globals';
import { typosBetween, typosForgiven } from './typos.js';

describe('typos forgiven', () => {
  it('are none in short words and numbers, one from four letters, two from eight', () => {
    expect(['sea', '2019', 'water', 'training'].map(typosForgiven)).toEqual([0, 0, 1, 2]);
  });
});

describe('typos between two words', () => {
  it.each([
    ['water', 'water', 0],
    ['watr', 'water', 1],
    ['watter', 'water', 1],
    ['wather', 'water', 1],
    ['waetr', 'water', 1],
    ['vegetabels', 'vegetables', 1],
    ['coperatvies', 'cooperatives', 2],
    ['goat', 'water', 3],
    ['a', 'water', 3],
  ])('%s and %s are %d, or more than two', (one, other, typos) => {
    expect(typosBetween(one, other, 2)).toBe(typos);
    expect(typosBetween(other, one, 2)).toBe(typos);
  });
});
