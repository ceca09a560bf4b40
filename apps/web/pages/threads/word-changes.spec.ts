import { describe, expect, it } from '@jest/globals';
import { wordChanges } from './word-changes.js';

describe('what changed between two versions', () => {
  it('names the words that came and went', () => {
    expect(wordChanges('The gate was late.', 'The steel gate was early.')).toEqual([
      { text: 'The ', kind: 'kept' },
      { text: 'steel ', kind: 'added' },
      { text: 'gate was ', kind: 'kept' },
      { text: 'late', kind: 'removed' },
      { text: 'early', kind: 'added' },
      { text: '.', kind: 'kept' },
    ]);
  });

  it('gives both texts back', () => {
    const before = 'ماء القناة قليل\nجدًّا';
    const after = 'ماء القناة كثير\nجدًّا الآن';
    const changes = wordChanges(before, after) ?? [];
    const without = (kind: string) =>
      changes
        .filter((change) => change.kind !== kind)
        .map((change) => change.text)
        .join('');
    expect(without('added')).toBe(before);
    expect(without('removed')).toBe(after);
  });

  it('gives up on a text that was written anew', () => {
    const words = (prefix: string) =>
      Array.from({ length: 4000 }, (_, index) => `${prefix}${index}`).join(' ');
    expect(wordChanges(words('a'), words('b'))).toBeNull();
  });
});
