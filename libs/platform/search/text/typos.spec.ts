import { describe, expect, it } from '@jest/globals';
import { typosForgiven } from './typos.js';

describe('typos forgiven', () => {
  it('are none in short words and numbers, one from four letters, two from eight', () => {
    expect(['sea', '2019', 'water', 'training'].map(typosForgiven)).toEqual([0, 0, 1, 2]);
  });
});
