import { describe, expect, it } from '@jest/globals';
import { Catalogue } from '../../../../libs/platform/i18n/catalogue.js';
import { textsByLocale } from '../../rendering/texts.js';
import { moneyOf, periodOf, placesOf } from './case-words.js';

const texts = textsByLocale(Catalogue.load());
const nameOf = (key: string, otherwise?: string) => otherwise ?? key;

type Role = 'provider' | 'recipient' | 'beneficiary' | 'facilitator' | 'location';

function country(title: string, role: Role) {
  return { key: `country:${title}`, title, url: '', role };
}

describe('the line above a case', () => {
  it('says who gave and who received', () => {
    const countries = [
      country('Peru', 'provider'),
      country('Spain', 'facilitator'),
      country('Bolivia', 'recipient'),
    ];
    expect(placesOf({ countries }, texts('en'), nameOf)).toBe('Peru → Bolivia');
  });

  it('names the countries one after the other where the roles do not tell', () => {
    const countries = [country('Fiji', 'location'), country('Tonga', 'location')];
    expect(placesOf({ countries }, texts('en'), nameOf)).toBe('Fiji, Tonga');
    expect(placesOf({ countries }, texts('zh'), nameOf)).toBe('Fiji、Tonga');
  });

  it('counts what would be too many to name', () => {
    const countries = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => country(name, 'location'));
    expect(placesOf({ countries }, texts('en'), nameOf)).toBe('A, B, C and 3 more');
    expect(placesOf({ countries: countries.slice(0, 4) }, texts('en'), nameOf)).toBe('A, B, C, D');
  });

  it.each([
    [{ startYear: 2016, endYear: 2019, ongoing: false }, '2016–2019'],
    [{ startYear: 2016, endYear: 2016, ongoing: false }, '2016'],
    [{ startYear: 2016, endYear: null, ongoing: true }, 'since 2016'],
    [{ startYear: null, endYear: 2019, ongoing: false }, '2019'],
    [{ startYear: null, endYear: null, ongoing: false }, undefined],
  ])('says when: %j', (years, words) => {
    expect(periodOf(years, texts('en'))).toBe(words);
  });

  it('keeps amounts in the writing of the language and years as they are', () => {
    expect(moneyOf({ amount: 412000, currency: 'USD', year: 2018 }, texts('en'))).toBe('412,000 USD (2018)');
    expect(moneyOf({ amount: 412000, currency: 'USD' }, texts('es'))).toBe('412.000 USD');
  });
});
