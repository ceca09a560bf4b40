import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { line, prose } from './text.js';

function issueOf(schema: z.ZodType, value: string) {
  const { error } = schema.safeParse(value);
  return error?.issues.map((issue) => [issue.code, 'maximum' in issue && issue.maximum]);
}

describe('the length of a text', () => {
  it.each([11, 19, 21, 41, 1000])(
    'is told as the one that counts, however much too long it is: %d',
    (length) => {
      expect(issueOf(prose(1, 10), 'a'.repeat(length))).toEqual([['too_big', 10]]);
      expect(issueOf(line(1, 10), 'a'.repeat(length))).toEqual([['too_big', 10]]);
    },
  );

  it('is that of what is kept', () => {
    expect(prose(1, 10).parse(` ${'a'.repeat(10)}\u0007 `)).toBe('a'.repeat(10));
    expect(line(1, 10).parse('a    b      c   d')).toBe('a b c d');
  });
});
