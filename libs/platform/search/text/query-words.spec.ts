import { describe, expect, it } from '@jest/globals';
import { matchExpression, readQueryWords } from './query-words.js';

const expression = (q: string) => matchExpression(readQueryWords(q));

describe('query words', () => {
  it('asks for every word, and for words that begin like the last', () => {
    expect(expression('Water  harvesting')).toBe('"water" AND "harvesting" *');
  });

  it('asks for the pairs of a Han run in a row', () => {
    expect(expression('水资源')).toBe('"水资 资源"');
    expect(expression('水资源 管理')).toBe('"水资 资源" AND "管理"');
  });

  it('asks for any pair that begins with a lone Han character', () => {
    expect(expression('水 water')).toBe('"水" * AND "water" *');
  });

  it('remembers words as they were typed', () => {
    expect(readQueryWords('Ñandú 水资源').map(({ typed }) => typed)).toEqual(['Ñandú', '水资源']);
  });

  it('takes operators, quotes and brackets for plain text', () => {
    expect(expression('water" OR NEAR(x) {title}: -not ^a*')).toBe(
      '"water" AND "or" AND "near" AND "x" AND "title" AND "not" AND "a" *',
    );
  });

  it.each(['', '   ', '"', '***', '🙂', '\0', '\ud800', "'"])('finds no word in %j', (q) => {
    expect(readQueryWords(q)).toEqual([]);
  });

  it('reads a repeated word once, and no more than sixteen words of two hundred characters', () => {
    expect(expression('water water water')).toBe('"water" AND "water" *');
    const many = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ');
    expect(readQueryWords(many)).toHaveLength(16);
    expect(readQueryWords(`${'y '.repeat(100)} z`).map(({ terms }) => terms[0])).not.toContain('z');
  });
});
