import { describe, expect, it } from '@jest/globals';
import { readQueryWords } from './query-words.js';

/** The words one after the other; what may go on has a star, pairs that follow each other a hyphen. */
const read = (q: string) =>
  readQueryWords(q)
    .map(({ terms, prefix }) => terms.join('-') + (prefix ? '*' : ''))
    .join(' ');

describe('query words', () => {
  it('asks for every word, and for words that begin like the last', () => {
    expect(read('Water  harvesting')).toBe('water harvesting*');
  });

  it('asks for the pairs of a Han run in a row', () => {
    expect(read('水资源')).toBe('水资-资源');
    expect(read('水资源 管理')).toBe('水资-资源 管理');
  });

  it('asks for any pair that begins with a lone Han character', () => {
    expect(read('水 water')).toBe('水* water*');
  });

  it('remembers words as they were typed', () => {
    expect(readQueryWords('Ñandú 水资源').map(({ typed }) => typed)).toEqual(['Ñandú', '水资源']);
  });

  it('takes operators, quotes and brackets for plain text', () => {
    expect(read('water" OR NEAR(x) {title}: -not ^a*')).toBe('water or near x title not a*');
  });

  it.each(['', '   ', '"', '***', '🙂', '\0', '\ud800', "'"])('finds no word in %j', (q) => {
    expect(readQueryWords(q)).toEqual([]);
  });

  it('reads a repeated word once, and no more than sixteen words of two hundred characters', () => {
    expect(read('water water water')).toBe('water water*');
    const many = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ');
    expect(readQueryWords(many)).toHaveLength(16);
    expect(readQueryWords(`${'y '.repeat(100)} z`).map(({ terms }) => terms[0])).not.toContain('z');
  });
});
