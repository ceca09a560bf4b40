import { describe, expect, it } from '@jest/globals';
import { countBits, editDistance, letterSignature, typosForgiven } from './edit-distance.js';

describe('edit distance', () => {
  it.each([
    ['water', 'water', 0],
    ['watr', 'water', 1],
    ['wwater', 'water', 1],
    ['weter', 'water', 1],
    ['wtaer', 'water', 1],
    ['agricutlrue', 'agriculture', 2],
    ['вода', 'воды', 1],
    ['water', 'fire', 3],
  ])('counts from %s to %s', (typed, term, typos) => {
    expect(editDistance(typed, term, 2)).toBe(typos);
  });

  it('lets an unfinished word go on', () => {
    expect(editDistance('agriclu', 'agriculture', 1, true)).toBe(1);
    expect(editDistance('agriclu', 'agriculture', 1)).toBe(2);
  });

  it('forgives none in short words and numbers, one from four letters, two from eight', () => {
    expect(['sea', '2019', 'water', 'training'].map(typosForgiven)).toEqual([0, 0, 1, 2]);
  });

  it('never rules out a neighbour by its letters', () => {
    const missing = (typed: string, term: string) =>
      countBits(letterSignature(typed) & ~letterSignature(term));
    expect(missing('wbter', 'water')).toBe(1);
    expect(missing('water', 'watering')).toBe(0);
    expect([0, 1, 0b1011, -1].map(countBits)).toEqual([0, 1, 3, 32]);
  });
});
