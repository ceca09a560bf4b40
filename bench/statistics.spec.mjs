import { describe, expect, it } from '@jest/globals';
import { growthExponent, percentile, round, summarise } from './statistics.mjs';

describe('percentiles', () => {
  it('are values that occurred, by nearest rank', () => {
    const sorted = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([50, 90, 99, 100].map((percent) => percentile(sorted, percent))).toEqual([50, 90, 99, 100]);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([], 50)).toBeNaN();
  });

  it('do not depend on the order of the values', () => {
    expect(summarise([5, 1, 4, 2, 3])).toEqual({ p50: 3, p90: 5, p99: 5, max: 5 });
  });
});

describe('the exponent of growth', () => {
  const curve = (cost) => [1e4, 1e5, 1e6].map((size) => ({ size, cost: cost(size) }));

  it('is 0 for what is flat, 1 for what grows with the data, and between for what lies between', () => {
    expect(growthExponent(curve(() => 3))).toBeCloseTo(0);
    expect(growthExponent(curve((size) => size / 7))).toBeCloseTo(1);
    expect(growthExponent(curve((size) => 2 * size ** 0.4))).toBeCloseTo(0.4);
  });

  it('is unknown from one size alone', () => {
    expect(growthExponent([{ size: 10, cost: 1 }])).toBeNull();
    expect(growthExponent([])).toBeNull();
  });
});

it('figures are rounded to what counts', () => {
  expect([0.123456, 12.345, 1234.56, Number.NaN].map(round)).toEqual([0.123, 12.3, 1235, null]);
});
