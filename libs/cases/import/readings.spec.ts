import { describe, expect, it } from '@jest/globals';
import { CountryReconciler } from '../../atlas/index.js';
import type { CaseReferences } from '../case-references.js';
import { importMap } from './import-map.schema.js';
import { mapRow } from './map-row.js';
import { PlaceNames } from './place-names.js';
import { RowReferences } from './row-references.js';

/** A table as people make it, read by its map: what each row comes to, in short. */
const reconciler = new CountryReconciler();
const hasAll = { findUnknown: async () => [] } as unknown as CaseReferences;
const FIELDS = { externalId: { column: 'id' }, title: { value: 'Case' } };

interface Came {
  countries: string[];
  targets: string[];
  years: string;
  lang: string | null;
}

async function take(map: object, cells: Record<string, string>): Promise<Came | string[]> {
  const parsed = importMap.parse({ source: 'test', fields: FIELDS, ...map });
  const read = mapRow(parsed, { id: '1', ...cells }, 2026);
  if ('refusals' in read) return read.refusals.map(({ text }) => text);
  const found = await new RowReferences(hasAll, new PlaceNames(parsed, reconciler)).resolve(read.mapped);
  if ('refusals' in found) return found.refusals.map(({ text }) => text);
  if ('leftOut' in found) return ['left out'];
  const { links, content } = found.resolved;
  const { startYear, endYear, ongoing } = content;
  return {
    countries: links.countries.map(({ key, role }) => `${key.slice('country:'.length)} ${role}`),
    targets: links.targets.map((key) => key.slice(key.indexOf(':') + 1)),
    years: `${startYear ?? ''}${endYear === null ? (ongoing ? '–' : '') : `–${endYear}`}`,
    lang: content.lang,
  };
}

const inColumn = (extra: object = {}) => ({ countries: [{ column: 'country', ...extra }] });
const countriesOf = async (country: string, extra: object = {}) => {
  const came = await take(inColumn(extra), { country });
  return 'countries' in came ? came.countries.map((told) => told.slice(0, 3)).join(' ') : came.join('; ');
};

describe('countries of a row', () => {
  it.each([
    ['Congo, the Democratic Republic of the', 'COD'],
    ['Congo (DRC)', 'COD'],
    ['Sudan (South)', 'SSD'],
    ['Guyana (French)', 'GUF'],
    ['Samoa (American)', 'ASM'],
    ['China (Taiwan)', 'TWN'],
    ['China, Republic of', 'TWN'],
    ['Guyane', 'GUF'],
  ])('%s is %s', async (written, iso3) => {
    expect(await countriesOf(written)).toBe(iso3);
  });

  it.each(['Georgia (US state)', 'Serbia (Kosovo)', 'Americas', 'Central Africa', 'NA', 'No', 'AU', 'Congo'])(
    '%s is refused, and the reason says what was seen',
    async (written) => {
      expect(await take(inColumn(), { country: written })).toEqual([
        expect.stringMatching(
          new RegExp(`^country "${written.replace(/[()]/g, '\\$&')}" was not recognised: \\w`),
        ),
      ]);
    },
  );

  it('names in the reason what may have been meant', async () => {
    expect(await countriesOf('NA')).toContain('(NAM?)');
    expect(await countriesOf('Korea')).toContain('Two countries are called Korea. (KOR, PRK?)');
  });

  it('are codes where the map says so', async () => {
    expect(await countriesOf('NA|no|AU|4', { codes: true, split: '|' })).toBe('NAM NOR AUS AFG');
  });

  it('may stand several in a cell', async () => {
    expect(await countriesOf('Kenya; Uganda', { split: ';' })).toBe('KEN UGA');
    expect(await countriesOf('Kenya and Uganda', { split: ' and ' })).toBe('KEN UGA');
    expect(await countriesOf('Congo, Dem. Rep., Kenya', { split: ',' })).toBe('COD KEN');
    expect(await countriesOf('Kenya;', { split: ';' })).toBe('KEN');
    expect(await countriesOf('Kenya;Kenya', { split: ';' })).toBe('KEN');
    expect(await countriesOf('Kenya (lead), Uganda', { split: ',' })).toBe('KEN UGA');
    expect(await countriesOf('Kenya\nUganda', { split: '\n' })).toBe('KEN UGA');
    expect(await countriesOf('Kenya, Bosnia and Herzegovina and Chad', { split: [',', ' and '] })).toBe(
      'KEN BIH TCD',
    );
    expect(await countriesOf('{Kenya,"Congo, Dem. Rep."}', { split: 'set' })).toBe('KEN COD');
    expect(await countriesOf('Kenya, Uganda')).toContain(
      'it names several; say `split` in the map (KEN, UGA?)',
    );
    expect(await countriesOf('Kenya, Africa', { split: ',' })).toContain(
      '"Africa" was not recognised: is a region',
    );
    expect(await countriesOf('Hong Kong, China', { split: ',' })).toContain('can be cut in two ways');
  });

  it('are what the map says of a name, also within a list, and none where nothing is known', async () => {
    const map = {
      ...inColumn({ split: ',' }),
      places: { aliases: { 'Congo, Dem.': 'COD', Atlantis: [] } },
      nothing: ['n/a'],
    };
    const came = await take(map, { country: 'Kenya, Congo, Dem., Atlantis, n/a' });
    expect(came).toMatchObject({ countries: ['KEN location', 'COD location'] });
  });
});

describe('roles of a country', () => {
  const twice = {
    countries: [
      { column: 'host', split: ';', role: 'recipient' },
      { column: 'provider', split: ';', role: 'provider' },
    ],
  };

  it('become one where it stands in two columns', async () => {
    expect(await take(twice, { host: 'CHN;BEN', provider: 'VNM;CHN' })).toMatchObject({
      countries: ['CHN both', 'BEN recipient', 'VNM provider'],
    });
  });

  it('are refused where they cannot be true together', async () => {
    const map = {
      countries: [
        { column: 'host', role: 'first-provider' },
        { column: 'provider', role: 'second-provider' },
      ],
    };
    expect(await take(map, { host: 'Peru', provider: 'Peru' })).toEqual([
      'country PER: cannot be first-provider and second-provider at once',
    ]);
  });
});

describe('a row of the shape of a list of solutions', () => {
  it('keeps both roles, all goals and the years', async () => {
    const map = {
      fields: { ...FIELDS, startYear: { column: 'Start year' }, endYear: { column: 'End year' } },
      countries: [
        { column: 'Host', split: ',', role: 'recipient' },
        { column: 'Provider', split: ',', role: 'provider' },
      ],
      targets: [
        { column: 'Primary', split: ',' },
        { column: 'Secondary', split: ',' },
      ],
    };
    const cells = {
      Host: 'BFA,CHN,BEN',
      Provider: 'VNM,CHN',
      Primary: 'SDG1 ',
      Secondary: 'SDG8,SDG9,SDG17',
      'Start year': '1985',
      'End year': '2016',
    };
    expect(await take(map, cells)).toMatchObject({
      countries: ['BFA recipient', 'CHN both', 'BEN recipient', 'VNM provider'],
      targets: ['1', '8', '9', '17'],
      years: '1985–2016',
    });
  });
});

describe('goals and targets of a row', () => {
  const map = { targets: [{ column: 'sdg', split: ',' }] };

  it.each([
    ['6', '6'],
    ['SDG 6', '6'],
    ['SDG6', '6'],
    ['6.1', '6.1 6'],
    ['Goal 6', '6'],
    ['ODS 6', '6'],
    ['06', '6'],
    ['6.a', '6.a 6'],
    ['6.A', '6.a 6'],
    ['sdg:6', '6'],
    ['target:6.1', '6.1 6'],
    ['Target 6.1', '6.1 6'],
    ['6.1.1', '6.1 6'],
    ['SDG 6.1', '6.1 6'],
    ['6,7', '6 7'],
    ['17.18', '17.18 17'],
    ['Clean Water and Sanitation', '6'],
    ['6 - Clean water', '6'],
    ['goal-6', '6'],
    ['https://metadata.un.org/sdg/6', '6'],
    ['SDG6.1', '6.1 6'],
    ['Industry, Innovation and Infrastructure, 6', '9 6'],
  ])('%s is %s', async (sdg, codes) => {
    const came = await take(map, { sdg });
    expect('targets' in came ? came.targets.join(' ') : came).toBe(codes);
  });

  it.each([
    ['6; 7', 'targets: "6; 7" names several: say `split` in the map'],
    ['18', 'targets: "18" is not one of the 17 goals'],
    ['6.10', 'targets: "6.10" is not a target of its goal'],
    ['Water', 'targets: "Water" is neither a goal nor a target'],
  ])('%s is refused', async (sdg, reason) => {
    expect(await take(map, { sdg })).toEqual([reason]);
  });
});

describe('years of a row', () => {
  const inOne = (date = 'iso') => ({ fields: { ...FIELDS, startYear: { column: 'year', date } } });
  const yearsOf = async (year: string, date?: string) => {
    const came = await take(inOne(date), { year });
    return 'years' in came ? came.years : came.join('; ');
  };

  it.each([
    ['2015-2017', '2015–2017'],
    ['FY2016', '2016'],
    ['05/2018', '2018'],
    ['2015/16', '2015–2016'],
    ['Since 2012', '2012–'],
    ['2012 - ongoing', '2012–'],
    ['2014-present', '2014–'],
    ['2014–2016', '2014–2016'],
    ['12 May 2013', '2013'],
    ['May 2013', '2013'],
    ['2013-5-1', '2013'],
    ['2013/05/01', '2013'],
    ['01-05-2013', '2013'],
    ['2013.0', '2013'],
    ['2013-05-01T00:00:00Z', '2013'],
    ['2013-05-01 00:00:00+00', '2013'],
    ['20130501', '2013'],
    ['2013 ', '2013'],
    ['٢٠١٣', '2013'],
  ])('%s is %s', async (year, years) => {
    expect(await yearsOf(year)).toBe(years);
  });

  it.each([
    ['42005', 'is a number, perhaps a day as spreadsheets count them'],
    ['c. 2010', 'is about when it was'],
    ['13', 'has two digits only'],
    ['1/5/13', 'has two digits only'],
    ['2013-13-01', 'is a day that no calendar has'],
    ['2013-02-30', 'is a day that no calendar has'],
    ['0000', 'is not a year that can be'],
    ['2099', 'is not a year that can be'],
    ['1799', 'is not a year that can be'],
  ])('%s is refused', async (year, reason) => {
    expect(await yearsOf(year)).toContain(reason);
  });

  it('may be counted in days where the map says so', async () => {
    expect(await yearsOf('42005', 'serial')).toBe('2015');
    expect(await yearsOf('42004.5', 'serial')).toBe('2014');
  });

  it('may stand in one column or in two', async () => {
    const inTwo = { fields: { ...FIELDS, startYear: { column: 'from' }, endYear: { column: 'to' } } };
    expect(await take(inTwo, { from: 'May 2013', to: '2016' })).toMatchObject({ years: '2013–2016' });
    expect(await take(inTwo, { from: '2013', to: 'ongoing' })).toMatchObject({ years: '2013–' });
    expect(await take(inTwo, { from: '2013–2015', to: '' })).toMatchObject({ years: '2013–2015' });
    const inYears = { fields: { ...FIELDS, years: { column: 'when' } } };
    expect(await take(inYears, { when: 'from 2012 to 2015' })).toMatchObject({ years: '2012–2015' });
  });
});

describe('the language of a row', () => {
  const map = { fields: { ...FIELDS, lang: { column: 'lang' } } };

  it.each([
    ['EN', 'en'],
    ['English', 'en'],
    ['fr_FR', 'fr-FR'],
    ['fr-FR', 'fr-FR'],
    ['pt_BR', 'pt-BR'],
    ['Français', 'fr'],
    ['zh-Hans', 'zh-Hans'],
    ['es-419', 'es-419'],
  ])('%s is %s', async (lang, tag) => {
    expect(await take(map, { lang })).toMatchObject({ lang: tag });
  });

  it('is refused where there are several, or none', async () => {
    expect(await take(map, { lang: 'en, fr' })).toEqual(['lang: "en, fr" names several languages']);
    expect(await take(map, { lang: 'Klingonese' })).toEqual(['lang: "Klingonese" is not a language']);
  });
});
