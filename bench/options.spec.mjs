import { describe, expect, it } from '@jest/globals';
import { parseSize, readOptions } from './options.mjs';

describe('the options of a measurement', () => {
  it('name sizes as people write them', () => {
    expect(['500', '10k', '1m', '1.5M'].map(parseSize)).toEqual([500, 10_000, 1_000_000, 1_500_000]);
    expect(() => parseSize('many')).toThrow('is no size');
  });

  it('take sizes of growth and a file for the figures', () => {
    const options = readOptions(['--growth', '10k,100k', 'figures.json', '--set', 'token=a=b']);
    expect(options.growth).toEqual([10_000, 100_000]);
    expect(options.json).toBe('figures.json');
  });

  it('ask for a map with another forum', () => {
    expect(() => readOptions(['--target', 'http://localhost:4567'])).toThrow('--map');
    const { target } = readOptions([
      '--target',
      'http://localhost:4567',
      '--map',
      'm.json',
      '--set',
      'token=a=b',
    ]);
    expect(target.values).toEqual({ token: 'a=b' });
  });
});
