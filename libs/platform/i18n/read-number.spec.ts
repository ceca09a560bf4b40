import { describe, expect, it } from '@jest/globals';
import { LOCALES, type Locale } from './locales.js';
import { type NumberKind, readNumber, sayNumber, writeNumber } from './read-number.js';

const NBSP = '\u00a0';
const NARROW = '\u202f';

/** A number where one is read, the readings where it is asked back, the reason where it is refused. */
function read(text: string, locale: Locale, kind?: NumberKind): unknown {
  const reading = readNumber(text, locale, kind);
  if (reading.kind === 'value') return reading.value;
  if (reading.kind === 'ambiguous') return [...reading.readings].sort((a, b) => a - b);
  return reading.kind === 'unreadable' ? reading.reason : null;
}

describe('reading numbers', () => {
  it.each<[string, Locale, number]>([
    ['1.500.000,50', 'es', 1_500_000.5],
    ['1.500.000', 'es', 1_500_000],
    ['2.000.000,50', 'pt', 2_000_000.5],
    ['1.200', 'es', 1200],
    ['1.500', 'pt', 1500],
    ['1 500 000,50', 'fr', 1_500_000.5],
    [`1${NBSP}500${NBSP}000,50`, 'fr', 1_500_000.5],
    [`1${NARROW}500${NARROW}000,50`, 'ru', 1_500_000.5],
    ['1 500', 'ru', 1500],
    ['1,500,000.50', 'en', 1_500_000.5],
    ['1,500', 'en', 1500],
    ['1,500,000.50', 'zh', 1_500_000.5],
    ['１，５００，０００', 'zh', 1_500_000],
    ['１５００．５', 'zh', 1500.5],
    ['١٬٥٠٠٬٠٠٠', 'ar', 1_500_000],
    ['١٬٥٠٠', 'ar', 1500],
    ['١٬٥٠٠٬٠٠٠٫٥٠', 'ar', 1_500_000.5],
    ['١٫٥', 'ar', 1.5],
    ['۱٬۵۰۰٬۰۰۰', 'ar', 1_500_000],
    ['१५,००,०००', 'en', 1_500_000],
    ['15,00,000', 'en', 1_500_000],
    ['1,00,000.25', 'en', 100_000.25],
    ["1'500'000.50", 'fr', 1_500_000.5],
    ['1’500’000', 'es', 1_500_000],
    ['1500', 'es', 1500],
    ['007', 'en', 7],
    ['0', 'ru', 0],
    ['\u200f1500\u200e', 'ar', 1500],
  ])('reads %s on a page in %s as %s', (text, locale, value) => {
    expect(read(text, locale)).toBe(value);
  });

  it('takes what has one reading anywhere, whatever the language of the page', () => {
    for (const locale of LOCALES) {
      expect(read('1.500.000', locale)).toBe(1_500_000);
      expect(read('1,500,000', locale)).toBe(1_500_000);
      expect(read('1.500,50', locale)).toBe(1500.5);
      expect(read('1,500.50', locale)).toBe(1500.5);
      expect(read('1.5', locale)).toBe(1.5);
      expect(read('1,5', locale)).toBe(1.5);
      expect(read('0.5', locale)).toBe(0.5);
      expect(read('', locale)).toBeNull();
      expect(read('  ', locale)).toBeNull();
    }
  });

  it.each<[string, Locale, number[]]>([
    ['1,500', 'es', [1.5, 1500]],
    ['1,500', 'pt', [1.5, 1500]],
    ['1.500', 'en', [1.5, 1500]],
    ['1.500', 'ar', [1.5, 1500]],
    ['1,500', 'fr', [1.5, 1500]],
    ['1.500', 'fr', [1.5, 1500]],
    ['12.345', 'ru', [12.345, 12_345]],
    ['1,5000', 'zh', [1.5, 15_000]],
  ])('asks back what %s means on a page in %s', (text, locale, readings) => {
    expect(read(text, locale)).toEqual(readings);
  });

  it('offers whole numbers only, where only they fit', () => {
    expect(read('1,500', 'es', 'whole')).toEqual([1500]);
  });

  it.each([
    '15 lakh',
    '1.5 million',
    '1,5 M',
    '2 mil',
    '150万',
    '$1,500',
    '1.500 €',
    '1e6',
    '1E6',
    'Infinity',
    'NaN',
    '0x10',
    '-',
    '+5',
    '1.',
    '50%',
    '1..5',
    '1,50,0',
    '1.500,000.000',
    '1 5',
    '12 3456',
    '½',
    '一千',
    '1-2',
  ])('leaves %s as it is, to be asked back', (text) => {
    for (const locale of LOCALES) expect(read(text, locale)).not.toEqual(expect.any(Number));
  });

  it('says why it refuses', () => {
    expect(read('-5', 'en')).toBe('negative');
    expect(read('−5', 'en')).toBe('negative');
    expect(read('- 1.500,50', 'es')).toBe('negative');
    expect(read('1,234.567', 'en')).toBe('too-many-decimals');
    expect(read('1500,500', 'es')).toBe('too-many-decimals');
    expect(read('9007199254740993', 'en')).toBe('number-too-large');
    expect(read('9,007,199,254,740,991.55', 'en')).toBe('number-too-large');
    expect(read(`1${'0'.repeat(400)}`, 'en')).toBe('not-a-number');
    expect(read('2,5', 'es', 'whole')).toBe('not-whole');
    expect(read('2.5', 'en', 'whole')).toBe('not-whole');
    expect(read('12,00', 'es', 'whole')).toBe(12);
    expect(read('1500,000', 'es', 'whole')).toBe('not-whole');
  });
});

describe('writing numbers', () => {
  it('gives what is read as the same number in that language', () => {
    const values = [
      0, 0.05, 1.5, 7, 999, 1500, 1500.5, 10_000, 15_000, 123_456.78, 1_500_000.5, 1e15, 999_999_999,
    ];
    for (const locale of LOCALES) {
      for (const value of values) expect(read(writeNumber(value, locale), locale)).toBe(value);
    }
  });

  it('writes as the language does', () => {
    expect(writeNumber(1_500_000.5, 'es')).toBe('1.500.000,50');
    expect(writeNumber(1_500_000.5, 'en')).toBe('1,500,000.50');
    expect(writeNumber(1_500_000.5, 'fr')).toBe(`1${NARROW}500${NARROW}000,50`);
    expect(writeNumber(1500, 'es')).toBe('1500');
  });

  it('tells what was understood in a way that nobody takes for decimals', () => {
    expect(sayNumber(1500, 'es')).toBe(`1${NARROW}500`);
    expect(sayNumber(1.5, 'es')).toBe('1,50');
  });
});
