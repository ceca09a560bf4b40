import { describe, expect, it } from '@jest/globals';
import {
  cutAtWord,
  isWebAddress,
  readDate,
  readSet,
  readValues,
  startOf,
  toSentenceCase,
} from './cell-values.js';

describe('cells with several values', () => {
  it('are read from sets, quoted or not', () => {
    expect(readSet('{a,b}')).toEqual(['a', 'b']);
    expect(readSet('{"a, b",c,NULL}')).toEqual(['a, b', 'c']);
    expect(readSet('{"say \\"hi\\""}')).toEqual(['say "hi"']);
    expect(readSet('{}')).toEqual([]);
    expect(readSet('')).toEqual([]);
    expect(readSet('alone')).toEqual(['alone']);
  });

  it('are read between separators', () => {
    expect(readValues(' Peru ; Bolivia;; ', ';')).toEqual(['Peru', 'Bolivia']);
    expect(readValues('Bahamas, The', undefined)).toEqual(['Bahamas, The']);
  });
});

describe('texts from elsewhere', () => {
  it('get a capital first letter, after quotation marks too, in any alphabet', () => {
    expect(toSentenceCase('water turns')).toBe('Water turns');
    expect(toSentenceCase('“io conto” in arezzo')).toBe('“Io conto” in arezzo');
    expect(toSentenceCase('élus et citoyens')).toBe('Élus et citoyens');
    expect(toSentenceCase('£eith decides')).toBe('£Eith decides');
    expect(toSentenceCase('2020 vision')).toBe('2020 vision');
    expect(toSentenceCase('Already')).toBe('Already');
  });

  it('are cut between words, within the limit', () => {
    expect(cutAtWord('short', 280)).toBe('short');
    expect(cutAtWord('one two three four', 12)).toBe('one two…');
    expect(cutAtWord('one two three four', 14)).toBe('one two three…');
    expect(cutAtWord('水'.repeat(20), 10)).toBe(`${'水'.repeat(9)}…`);
    expect(cutAtWord(`${'a'.repeat(8)}🌍🌍🌍`, 10)).toBe(`${'a'.repeat(8)}…`);
    for (const max of [20, 21, 22, 40])
      expect(cutAtWord('wörter '.repeat(20), max).length).toBeLessThanOrEqual(max);
  });
});

describe('dates', () => {
  it('are read in the style that the map names', () => {
    expect(readDate('2019-03-27', 'iso')).toBe('2019-03-27');
    expect(readDate('2019-03-27T10:00:00Z', 'iso')).toBe('2019-03-27');
    expect(readDate('2019', 'iso')).toBe('2019');
    expect(readDate('27/03/2019', 'dmy')).toBe('2019-03-27');
    expect(readDate('3/27/2019', 'mdy')).toBe('2019-03-27');
  });

  it('are refused when no calendar has them, or in another style', () => {
    expect(readDate('2019-02-30', 'iso')).toBeNull();
    expect(readDate('27/03/2019', 'iso')).toBeNull();
    expect(readDate('27/03/2019', 'mdy')).toBeNull();
    expect(readDate('spring', 'dmy')).toBeNull();
  });

  it('begin at their first moment', () => {
    expect(startOf('2019')).toBe('2019-01-01T00:00:00.000Z');
    expect(startOf('2019-05')).toBe('2019-05-01T00:00:00.000Z');
    expect(startOf('2019-05-09')).toBe('2019-05-09T00:00:00.000Z');
  });
});

describe('addresses', () => {
  it('lead to the web and nowhere else', () => {
    expect(isWebAddress('https://example.org/a?b=c')).toBe(true);
    expect(isWebAddress('javascript:alert(1)')).toBe(false);
    expect(isWebAddress('example.org')).toBe(false);
  });
});
