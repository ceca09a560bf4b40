import { describe, expect, it } from '@jest/globals';
import { findSameWords, wordsKeyOf } from './same-words.js';

describe('statements in the same words', () => {
  it.each([
    ['Meters come first.', 'METERS  come first'],
    ['¿Quién paga?', 'quién paga'],
    ['Вода — общая!', 'вода общая'],
    ['水是大家的。', '水是大家的'],
    ['Ｍeters come first', 'Meters come first'],
    ['الماء للجميع.', 'الماء للجميع'],
  ])('are the same but for case, spaces and signs: %s', (one, other) => {
    expect(wordsKeyOf(one)).toBe(wordsKeyOf(other));
  });

  it('are others with another word or letter', () => {
    expect(wordsKeyOf('Meters come first')).not.toBe(wordsKeyOf('Meters come last'));
    expect(wordsKeyOf('ano')).not.toBe(wordsKeyOf('año'));
  });

  it('are those said before, the first of them', () => {
    const said = (id: string, text: string, createdAt: string) => ({ id, text, createdAt });
    const first = said('a', 'Meters first', '2026-01-01');
    const second = said('b', 'meters first.', '2026-01-02');
    expect(findSameWords(said('c', 'Meters first!', '2026-01-03'), [second, first])).toBe(first);
    expect(findSameWords(first, [first, second])).toBeNull();
  });
});
