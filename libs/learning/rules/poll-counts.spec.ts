import { describe, expect, it } from '@jest/globals';
import { recount } from './poll-counts.js';

describe('a quick poll', () => {
  it('counts a first answer', () => {
    expect(recount([0, 2], null, 0)).toEqual([1, 2]);
  });

  it('counts each person once, however often they change their mind', () => {
    let counts = [0, 0, 0];
    let before: number | null = null;
    for (let turn = 0; turn < 100; turn++) {
      counts = recount(counts, before, turn % 3);
      before = turn % 3;
    }
    expect(counts).toEqual([1, 0, 0]);
    expect(recount(counts, 0, 0)).toEqual([1, 0, 0]);
  });
});
