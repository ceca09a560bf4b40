import { describe, expect, it } from '@jest/globals';
import { loadCountrySpellings, loadReference } from '../reference.js';
import { createCountryReconciler, findOutsideIso } from './reconcile-country.js';

const { countries, outsideIso } = loadCountrySpellings();
const reconcile = createCountryReconciler(countries, outsideIso);

function iso3Of(name: string): string | null {
  return reconcile(name)?.iso3 ?? null;
}

describe('reconciling a country name', () => {
  it('knows every country by each of its seven names and by its codes', () => {
    const unknown: string[] = [];
    for (const { iso3, iso2, m49, names } of loadReference().countries) {
      for (const written of [iso3, iso2, m49 ?? iso3, ...Object.values(names)]) {
        if (iso3Of(written) !== iso3) unknown.push(`${written} (${iso3})`);
      }
    }
    expect(unknown).toEqual([]);
  });

  it.each([
    ['Italia', 'ITA', 'name'],
    ['Belgique', 'BEL', 'name'],
    ['Deutschland', 'DEU', 'name'],
    ['Polska', 'POL', 'name'],
    ['भारत', 'IND', 'name'],
    ['مِصْر', 'EGY', 'name'],
    ['대한민국', 'KOR', 'name'],
    ['NPL', 'NPL', 'iso'],
    ['np', 'NPL', 'iso'],
    ['524', 'NPL', 'iso'],
    ['U.S.A.', 'USA', 'alias'],
    ['United States', 'USA', 'alias'],
    ['UK', 'GBR', 'alias'],
    ['Scotland', 'GBR', 'alias'],
    ['Ivory Coast', 'CIV', 'alias'],
    ["COTE D'IVOIRE", 'CIV', 'name'],
    ['Burma', 'MMR', 'alias'],
    ['Swaziland', 'SWZ', 'alias'],
    ['Palestine', 'PSE', 'alias'],
    ['DR Congo', 'COD', 'alias'],
    ['South Korea', 'KOR', 'name'],
    ['Upper Volta', 'BFA', 'alias'],
  ])('reads %s as %s, found by %s', (written, iso3, via) => {
    expect(reconcile(written)).toEqual({ iso3, via });
  });

  it('does not mind case, accents, punctuation, articles and forms of state', () => {
    expect(iso3Of('  são tomé   & príncipe ')).toBe('STP');
    expect(iso3Of('St. Lucia')).toBe('LCA');
    expect(iso3Of('the Gambia')).toBe('GMB');
    expect(iso3Of('Bahamas, The')).toBe('BHS');
    expect(iso3Of('Republic of Kenya')).toBe('KEN');
    expect(iso3Of('Moldova, Republic of')).toBe('MDA');
    expect(iso3Of('Federal Democratic Republic of Ethiopia')).toBe('ETH');
    expect(iso3Of('Uganda (Kampala)')).toBe('UGA');
  });

  it('tells apart countries that share a part of their name', () => {
    expect(iso3Of('Republic of the Congo')).toBe('COG');
    expect(iso3Of('Democratic Republic of the Congo')).toBe('COD');
    expect(iso3Of('República Democrática do Congo')).toBe('COD');
    expect(iso3Of("Democratic People's Republic of Korea")).toBe('PRK');
    expect(iso3Of("People's Republic of China")).toBe('CHN');
    expect(iso3Of('Taiwan')).toBe('TWN');
    expect(iso3Of('Guinea')).toBe('GIN');
    expect(iso3Of('Guinea Bissau')).toBe('GNB');
    expect(iso3Of('Dominican Republic')).toBe('DOM');
    expect(iso3Of('South Sudan')).toBe('SSD');
  });

  it('forgives one typing error when a single country is that near', () => {
    expect(reconcile('Brazl')).toEqual({ iso3: 'BRA', via: 'fuzzy' });
    expect(reconcile('South Afirca')).toEqual({ iso3: 'ZAF', via: 'fuzzy' });
    expect(reconcile('Argentinia')).toEqual({ iso3: 'ARG', via: 'fuzzy' });
  });

  it('does not guess between two countries that are equally near', () => {
    expect(reconcile('Austrlia')).toBeNull();
    expect(reconcile('Slovania')).toBeNull();
  });

  it('marks a foreign name that could be a typing error for another country', () => {
    expect(reconcile('Nigera')).toEqual({ iso3: 'NER', via: 'fuzzy' });
  });

  it('does not take an accented word of two letters for a code', () => {
    expect(iso3Of('Bỉ')).toBe('BEL');
    expect(iso3Of('Mỹ')).toBe('USA');
  });

  it.each(['Kosovo', 'Soviet Union', 'Korea', 'Latin America', 'Yugoslavia'])(
    'refuses %s and says why',
    (name) => {
      expect(reconcile(name)).toBeNull();
      expect(findOutsideIso(name, outsideIso)?.reason).toMatch(/\w+/);
    },
  );

  it.each(['', '  ', '-', 'n/a', 'Minneapolis', 'Kenya; Uganda'])('finds no country in "%s"', (name) => {
    expect(reconcile(name)).toBeNull();
  });
});
