import { existsSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { readText } from './sources.js';

it('the order of the suites knows none that is gone', () => {
  const known = Object.keys(JSON.parse(readText('test/durations.json')) as Record<string, number>);
  expect(known.filter((path) => !existsSync(path))).toEqual([]);
});
