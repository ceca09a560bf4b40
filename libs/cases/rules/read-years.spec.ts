import { describe, expect, it } from '@jest/globals';
import { readYears } from './read-years.js';

/** `2015–2017`, `2012–` while it goes on, `?reason`. */
function shortly(written: string, style: 'iso' | 'dmy' | 'mdy' = 'iso'): string {
  const reading = readYears(written, style);
  if ('refused' in reading) return `?${reading.refused}`;
  const { start, end, ongoing } = reading;
  return end === null ? `${start}${ongoing ? '–' : ''}` : `${start ?? ''}–${end}`;
}

describe('the years of a case', () => {
  it.each([
    ['2015-2017', '2015–2017'],
    ['2014–2016', '2014–2016'],
    ['2014 — 2016', '2014–2016'],
    ['2015/2017', '2015–2017'],
    ['2015/16', '2015–2016'],
    ['2015-17', '2015–2017'],
    ['2011/12', '2011'],
    ['FY2016', '2016'],
    ['FY 2015/16', '2015–2016'],
    ['fiscal year 2016', '2016'],
    ['from 2012 to 2015', '2012–2015'],
    ['entre 2012 et 2015', '2012–2015'],
    ['de 2012 a 2015', '2012–2015'],
    ['с 2012 по 2015', '2012–2015'],
    ['2012年至2015年', '2012–2015'],
    ['May 2013 - June 2015', '2013–2015'],
    ['01/05/2013 – 30/06/2015', '2013–2015'],
    ['2013-05-01 to 2015-06-30', '2013–2015'],
    ['Since 2012', '2012–'],
    ['depuis 2012', '2012–'],
    ['desde 2012', '2012–'],
    ['с 2012 года', '2012–'],
    ['منذ 2012', '2012–'],
    ['2012-', '2012–'],
    ['2012 - ongoing', '2012–'],
    ['2014-present', '2014–'],
    ['2012 to present', '2012–'],
    ['2012 onwards', '2012–'],
    ['2012至今', '2012–'],
    ['until 2015', '–2015'],
    ['2013', '2013'],
    ['2013 ', '2013'],
    ['2013.0', '2013'],
    ['٢٠١٣', '2013'],
    ['۲۰۱۳', '2013'],
    ['๒๐๑๓', '2013'],
    ['2013年', '2013'],
    ['2013 г.', '2013'],
    ['en 2013', '2013'],
    ['Q1 2015', '2015'],
    ['2015 Q1', '2015'],
    ['mid-2015', '2015'],
    ['05/2018', '2018'],
    ['2018-05', '2018'],
    ['May 2013', '2013'],
    ['12 May 2013', '2013'],
    ['6 May 2009', '2009'],
    ['May 6, 2009', '2009'],
    ['May 6th, 2009', '2009'],
    ['12-May-2013', '2013'],
    ['1er mai 2013', '2013'],
    ['août 2013', '2013'],
    ['6 de mayo de 2009', '2009'],
    ['março de 2013', '2013'],
    ['6 мая 2009 г.', '2009'],
    ['май 2013', '2013'],
    ['2013年5月6日', '2013'],
    ['6 مايو 2009', '2009'],
    ['كانون الثاني 2009', '2009'],
    ['2013-5-1', '2013'],
    ['2013/05/01', '2013'],
    ['01-05-2013', '2013'],
    ['03/04/2012', '2012'],
    ['27/03/2019', '2019'],
    ['2013-05-01T00:00:00Z', '2013'],
    ['2013-05-01 00:00:00+00', '2013'],
    ['20130501', '2013'],
    ['1799', '1799'],
  ])('are read from %s', (written, years) => {
    expect(shortly(written)).toBe(years);
  });

  it.each([
    ['42005', '?number-of-a-day'],
    ['c. 2010', '?approximate'],
    ['circa 2010', '?approximate'],
    ['2010?', '?approximate'],
    ['2010s', '?approximate'],
    ['13', '?two-digits'],
    ['1/5/13', '?two-digits'],
    ['May-13', '?two-digits'],
    ['2013-13-01', '?no-such-day'],
    ['2013-02-30', '?no-such-day'],
    ['13/2018', '?no-such-day'],
    ['31 June 2013', '?no-such-day'],
    ['2013, 2015', '?several'],
    ['spring', '?not-a-year'],
    ['n/a', '?not-a-year'],
    ['2013 units', '?not-a-year'],
    ['123456', '?not-a-year'],
    ['', '?not-a-year'],
  ])('are not guessed from %s: %s', (written, reason) => {
    expect(shortly(written)).toBe(reason);
  });

  it('are those of the day in the style that the map names', () => {
    expect(shortly('27/03/2019', 'dmy')).toBe('2019');
    expect(shortly('27/03/2019', 'mdy')).toBe('?no-such-day');
  });
});
