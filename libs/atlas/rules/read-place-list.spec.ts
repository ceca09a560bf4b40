import { describe, expect, it } from '@jest/globals';
import { loadPlaceSpellings } from '../reference.js';
import { createPlaceReader } from './read-place.js';
import { readPlaceList } from './read-place-list.js';

const read = createPlaceReader(loadPlaceSpellings());

function shortly(cell: string, ...separators: string[]): string {
  const places = readPlaceList(cell, separators, read).map(({ written, reading }) => {
    if (reading.kind === 'country') return reading.iso3;
    return reading.kind === 'region' ? (reading.key ?? 'region') : `?${reading.reason}(${written})`;
  });
  return places.join(' ');
}

describe('a cell with several places', () => {
  it('is cut where the map says', () => {
    expect(shortly('Kenya; Uganda', ';')).toBe('KEN UGA');
    expect(shortly('Kenya | Uganda', '|')).toBe('KEN UGA');
    expect(shortly('Kenya\nUganda', '\n')).toBe('KEN UGA');
    expect(shortly('Kenya/Uganda', '/')).toBe('KEN UGA');
    expect(shortly('Kenya and Uganda', ' and ')).toBe('KEN UGA');
    expect(shortly('Kenya, Uganda, and Tanzania', ',', ' and ')).toBe('KEN UGA TZA');
    expect(shortly('Kenya;', ';')).toBe('KEN');
    expect(shortly('肯尼亚、乌干达', '、')).toBe('KEN UGA');
    expect(shortly('Bahamas, The')).toBe('BHS');
    expect(shortly('', ';')).toBe('');
  });

  it('keeps names whole that hold a comma', () => {
    expect(shortly('Congo, Dem. Rep., Kenya', ',')).toBe('COD KEN');
    expect(shortly("Korea, Rep., Congo, Rep., Korea, Dem. People's Rep.", ',')).toBe('KOR COG PRK');
    expect(shortly('Egypt, Arab Rep., Yemen, Rep., Iran, Islamic Rep., Venezuela, RB', ',')).toBe(
      'EGY YEM IRN VEN',
    );
    expect(shortly('Tanzania, United Republic of, Moldova, Republic of', ',')).toBe('TZA MDA');
    expect(shortly('Gambia, The, Bahamas, The, Kenya', ',')).toBe('GMB BHS KEN');
    expect(shortly('Virgin Islands, U.S., Kenya', ',')).toBe('VIR KEN');
    expect(shortly('Iran (Islamic Republic of), Uganda', ',')).toBe('IRN UGA');
    expect(shortly('Guinea, Equatorial Guinea', ',')).toBe('GIN GNQ');
    expect(shortly('Sudan, South Sudan', ',')).toBe('SDN SSD');
  });

  it('keeps names whole that hold an "and"', () => {
    expect(shortly('Trinidad and Tobago and Kenya', ' and ')).toBe('TTO KEN');
    expect(shortly('Bosnia & Herzegovina & Chile', ' & ')).toBe('BIH CHL');
    expect(shortly('Saint Vincent and the Grenadines and Turks and Caicos Islands', ' and ')).toBe('VCT TCA');
    expect(shortly('São Tomé e Príncipe e Angola', ' e ')).toBe('STP AGO');
    expect(shortly('San Vicente y las Granadinas y Cuba', ' y ')).toBe('VCT CUB');
    expect(shortly('Saint-Pierre-et-Miquelon et Kenya', ' et ')).toBe('SPM KEN');
    expect(shortly('Bonaire, Sint Eustatius and Saba, Kenya', ',', ' and ')).toBe('BES KEN');
  });

  it('refuses the part that may be cut in two ways, and no more', () => {
    expect(shortly('Hong Kong, China, Japan', ',')).toBe('?ambiguous(Hong Kong, China) JPN');
    expect(shortly('Serbia and Montenegro and Kenya', ' and ')).toBe('?ambiguous(Serbia and Montenegro) KEN');
    expect(shortly('Congo, Republic of, Korea', ',')).toBe('COG ?ambiguous(Korea)');
    expect(shortly('Kenya, Uganda and Tanzania', ',')).toBe('KEN ?several(Uganda and Tanzania)');
    expect(shortly('Mexico, United States', ',')).toBe('MEX USA');
  });

  it('may hold regions, remarks and codes', () => {
    expect(shortly('Kenya, Africa', ',')).toBe('KEN region:002');
    expect(shortly('Kenya, Regional', ',')).toBe('KEN region');
    expect(shortly('Kenya (lead), Uganda', ',')).toBe('KEN UGA');
    expect(shortly('Africa, regional, Chad, Sudan', ',')).toBe('region:002 TCD SDN');
    expect(shortly('Africa, regional', ',')).toBe('region:002');
    expect(shortly('BLZ, GUY, SUR', ',')).toBe('BLZ GUY SUR');
    expect(shortly('SUR', ',')).toBe('?code-or-word(SUR)');
  });
});
