import { describe, expect, it } from '@jest/globals';
import type { Locale } from './locales.js';
import { readDay, readLocalTime } from './read-day.js';

describe('reading days', () => {
  it.each<[string, Locale, string]>([
    ['2027-05-04', 'en', '2027-05-04'],
    ['2027/5/4', 'zh', '2027-05-04'],
    ['2027年5月4日', 'zh', '2027-05-04'],
    ['4/5/2027', 'es', '2027-05-04'],
    ['04.05.2027', 'ru', '2027-05-04'],
    ['04-05-2027', 'pt', '2027-05-04'],
    ['٤/٥/٢٠٢٧', 'ar', '2027-05-04'],
    ['31/12/2027', 'en', '2027-12-31'],
    ['12/31/2027', 'en', '2027-12-31'],
    ['12/31/2027', 'fr', '2027-12-31'],
    ['5/5/2027', 'en', '2027-05-05'],
  ])('reads %s on a page in %s as %s', (text, locale, day) => {
    expect(readDay(text, locale)).toEqual({ kind: 'day', day });
  });

  it('asks back where day and month can be told apart by habit only', () => {
    const readings = ['2027-05-04', '2027-04-05'];
    expect(readDay('4/5/2027', 'en')).toEqual({ kind: 'ambiguous', readings });
    expect(readDay('4/5/2027', 'zh')).toEqual({ kind: 'ambiguous', readings });
  });

  it.each(['31/02/2027', '2027-13-01', '4/5/27', 'tomorrow', '4 mayo 2027', '2027-05/04', '4/5-2027'])(
    'leaves %s to be refused',
    (text) => {
      expect(readDay(text, 'es')).toEqual({ kind: 'unreadable' });
    },
  );

  it('says nothing of an empty field', () => {
    expect(readDay(' ', 'es')).toEqual({ kind: 'empty' });
  });
});

describe('reading times', () => {
  it.each<[string, Locale, string]>([
    ['2027-05-04T14:00', 'en', '2027-05-04T14:00'],
    ['2027-05-04T14:00:00.000', 'en', '2027-05-04T14:00'],
    ['4/5/2027 9:30', 'es', '2027-05-04T09:30'],
    ['04.05.2027, 14:00', 'ru', '2027-05-04T14:00'],
    ['٢٠٢٧-٠٥-٠٤ ١٤:٠٠', 'ar', '2027-05-04T14:00'],
  ])('reads %s on a page in %s as %s', (text, locale, day) => {
    expect(readLocalTime(text, locale)).toEqual({ kind: 'day', day });
  });

  it('asks back and refuses as for days', () => {
    expect(readLocalTime('4/5/2027 14:00', 'en').kind).toBe('ambiguous');
    expect(readLocalTime('2027-05-04T24:00', 'en').kind).toBe('unreadable');
    expect(readLocalTime('2027-05-04', 'en').kind).toBe('unreadable');
    expect(readLocalTime('2027-05-04 2 pm', 'en').kind).toBe('unreadable');
    expect(readLocalTime('', 'en').kind).toBe('empty');
  });
});
