import { describe, expect, it } from '@jest/globals';
import { loadPlaceSpellings, loadReference } from '../reference.js';
import { placeKey } from './place-key.js';
import { createPlaceReader } from './read-place.js';

const spellings = loadPlaceSpellings();
const read = createPlaceReader(spellings);

/** `PER`, `region:002`, `region` for one the atlas has not, or `?reason`. */
function shortly(written: string, codes = false): string {
  const reading = read(written, { codes });
  if (reading.kind === 'country') return reading.iso3;
  return reading.kind === 'region' ? (reading.key ?? 'region') : `?${reading.reason}`;
}

describe('a country', () => {
  it.each([
    ['Italia', 'ITA'],
    ['Belgique', 'BEL'],
    ['Deutschland', 'DEU'],
    ['भारत', 'IND'],
    ['مِصْر', 'EGY'],
    ['대한민국', 'KOR'],
    ['  são tomé   & príncipe ', 'STP'],
    ['St. Lucia', 'LCA'],
    ['the Gambia', 'GMB'],
    ["COTE D'IVOIRE", 'CIV'],
    ['Cote dIvoire', 'CIV'],
    ['El Perú', 'PER'],
    ['Ken\u200bya', 'KEN'],
    ['Kenya¹', 'KEN'],
    ['Guyane', 'GUF'],
    ['Guinea', 'GIN'],
    ['U.S.A.', 'USA'],
    ['usa', 'USA'],
    ['Falkland Islands', 'FLK'],
    ['DPR Korea', 'PRK'],
    ['Macedonia, FYR', 'MKD'],
    ['肯尼亚共和国', 'KEN'],
    ['جمهورية كينيا', 'KEN'],
    ['Республика Кения', 'KEN'],
    ['Federal Democratic Republic of Ethiopia', 'ETH'],
    ["République de Côte d'Ivoire", 'CIV'],
  ])('is known as %s', (written, iso3) => {
    expect(shortly(written)).toBe(iso3);
  });

  it.each([
    ['Congo, the Democratic Republic of the', 'COD'],
    ['Congo, Democratic Republic of the', 'COD'],
    ['Congo (Democratic Republic of the)', 'COD'],
    ['Congo (the Democratic Republic of the)', 'COD'],
    ['Congo (DRC)', 'COD'],
    ['Congo (RDC)', 'COD'],
    ['Congo, Dem. Rep.', 'COD'],
    ['Dem. Rep. of the Congo', 'COD'],
    ['D.R. Congo', 'COD'],
    ['Congo - Kinshasa', 'COD'],
    ['刚果民主共和国', 'COD'],
    ['Congo, Rep.', 'COG'],
    ['Rep. of Congo', 'COG'],
    ['Congo-Brazzaville', 'COG'],
    ['Республика Конго', 'COG'],
    ['Sudan (South)', 'SSD'],
    ['Guyana (French)', 'GUF'],
    ['Samoa (American)', 'ASM'],
    ['China (Taiwan)', 'TWN'],
    ['China, Republic of', 'TWN'],
    ["China, People's Republic of", 'CHN'],
    ['Macao SAR, China', 'MAC'],
    ['Hong Kong, China', 'HKG'],
    ['Korea (the Republic of)', 'KOR'],
    ['Korea, South', 'KOR'],
    ["Korea, Dem. People's Rep.", 'PRK'],
    ['Venezuela, RB', 'VEN'],
    ['Iran (Islamic Republic of)', 'IRN'],
    ['Tanzania, United Republic of', 'TZA'],
    ['Moldova, Rep. of', 'MDA'],
    ['Micronesia (Federated States of)', 'FSM'],
    ['Virgin Islands (British)', 'VGB'],
    ['Virgin Islands, U.S.', 'VIR'],
    ['Gambia, The', 'GMB'],
    ['Guinea, Bissau', 'GNB'],
  ])('is known from both parts of %s', (written, iso3) => {
    expect(shortly(written)).toBe(iso3);
  });

  it('may be said twice, or have a remark beside it that changes nothing', () => {
    expect(shortly('Myanmar (Burma)')).toBe('MMR');
    expect(shortly('Eswatini (formerly Swaziland)')).toBe('SWZ');
    expect(shortly('Kenya (KE)')).toBe('KEN');
    expect(shortly('Kenya (lead)')).toBe('KEN');
  });

  it('tells how sure it is', () => {
    expect(read('KEN')).toMatchObject({ via: 'code' });
    expect(read('Kenya')).toMatchObject({ via: 'name', key: 'country:KEN' });
    expect(read('Swaziland')).toMatchObject({ via: 'alias' });
    expect(read('South Afirca')).toMatchObject({ via: 'typo' });
  });
});

describe('a code', () => {
  it('is read in capitals where it is nothing else, and in any way where codes are given', () => {
    expect(shortly('KEN')).toBe('KEN');
    expect(shortly('KE')).toBe('KEN');
    expect(shortly('ken')).toBe('?unknown');
    expect(shortly('np', true)).toBe('NPL');
    expect(shortly('NA', true)).toBe('NAM');
    expect(shortly('Bỉ')).toBe('?unknown');
  });

  it.each([
    'NA',
    'NO',
    'AU',
    'IN',
    'IT',
    'IS',
    'BE',
    'AT',
    'MY',
    'TO',
    'SO',
    'ME',
    'CA',
    'SA',
    'EC',
    'LA',
    'SUR',
    'EST',
  ])('is not guessed from %s', (written) => {
    expect(read(written)).toMatchObject({ kind: 'refused', reason: 'code-or-word' });
  });

  it.each(['Na', 'No', 'In', 'us', 'car', 'per', 'Ken'])('is not guessed from the word %s', (written) => {
    expect(shortly(written)).toBe('?unknown');
  });

  it('may be a number of M49, with or without zeros, unless the OECD counts a region by it', () => {
    expect(shortly('4')).toBe('AFG');
    expect(shortly('024')).toBe('AGO');
    expect(shortly('2')).toBe('region:002');
    expect(shortly('798')).toBe('?code-or-word');
    expect(shortly('798', true)).toBe('TUV');
    expect(shortly('0')).toBe('?unknown');
    expect(shortly('1030')).toBe('?unknown');
  });
});

describe('what is no country', () => {
  it.each([
    ['Americas', 'region:019'],
    ['Central Africa', 'region:017'],
    ['Africa', 'region:002'],
    ['West Africa', 'region:011'],
    ['Latin America', 'region:419'],
    ['Caribbean', 'region:029'],
    ['América del Sur', 'region:005'],
    ['Global', 'region:001'],
    ['ASEAN', 'group:asean'],
    ['African Union', 'group:au'],
    ['Sahel', 'region'],
    ['Multi-country', 'region'],
    ['Arab States', 'region'],
    ['Iberia', 'region'],
  ])('%s is a region or a group', (written, key) => {
    expect(shortly(written)).toBe(key);
  });

  it('is refused with the reason and with what may have been meant', () => {
    expect(read('Korea')).toMatchObject({ reason: 'ambiguous', candidates: ['country:KOR', 'country:PRK'] });
    expect(read('Congo')).toMatchObject({ reason: 'ambiguous', candidates: ['country:COG', 'country:COD'] });
    expect(read('Georgia (US state)')).toMatchObject({ reason: 'qualified', candidates: ['country:GEO'] });
    expect(read('Serbia (Kosovo)')).toMatchObject({ reason: 'qualified' });
    expect(read('Kenya, Uganda')).toMatchObject({
      reason: 'several',
      candidates: ['country:KEN', 'country:UGA'],
    });
    expect(read('Yugoslavia')).toMatchObject({ reason: 'ended', note: expect.stringContaining('1992') });
    expect(read('Kosovo (as per UNSCR 1244)')).toMatchObject({
      reason: 'outside-iso',
      note: expect.any(String),
    });
  });

  it.each([
    ['Virgin Islands', '?ambiguous'],
    ['Saint Martin', '?ambiguous'],
    ['Micronesia', '?ambiguous'],
    ['America', '?ambiguous'],
    ['Dominican', '?ambiguous'],
    ['República Dominica', '?ambiguous'],
    ['Guiana', '?ambiguous'],
    ['Южная Африка', '?ambiguous'],
    ['刚果', '?ambiguous'],
    ['State of Georgia', '?ambiguous'],
    ['USSR', '?ended'],
    ['Czechoslovakia', '?ended'],
    ['Serbia and Montenegro', '?ended'],
    ['Somaliland', '?outside-iso'],
    ['Uganda (Kampala)', '?qualified'],
    ['Africa (South)', '?qualified'],
    ['China/Taiwan', '?several'],
    ['Taiwan - China', '?several'],
    ['中非', '?ambiguous'],
    ['Africa, South', '?qualified'],
    ['Sudan (SS)', '?qualified'],
    ['Puerto Rico (USA)', '?qualified'],
    ['Dem. Rep.', '?unknown'],
    ['Minneapolis', '?unknown'],
    ['n/a', '?unknown'],
    ['-', '?unknown'],
    ['', '?unknown'],
  ])('%s is refused: %s', (written, reason) => {
    expect(shortly(written)).toBe(reason);
  });
});

describe('a typing error', () => {
  it('is forgiven within a long word when nothing else is near', () => {
    expect(shortly('Tanznia')).toBe('TZA');
    expect(shortly('South Afirca')).toBe('ZAF');
    expect(shortly('Argentinia')).toBe('ARG');
  });

  it.each([
    'Austrlia',
    'Slovania',
    'Nigera',
    'Nigeri',
    'Nigerian',

    'Siberia',
    'Hungry',
    'Equator',
    'Swizerland',
    'Dem Rep',
  ])('is not seen in %s', (written) => {
    expect(shortly(written)).toMatch(/^\?/);
  });
});

function countryOf(written: string): string | null {
  const reading = read(written);
  return reading.kind === 'country' ? reading.iso3 : null;
}

/** A letter lost, doubled, swapped with the next or wrong, each at another place of the name. */
function* someTypos(name: string): Iterable<string> {
  const signs = [...name];
  for (let at = 1; at < signs.length; at++) {
    const before = signs.slice(0, at).join('');
    const [here = '', next = ''] = signs.slice(at);
    const after = signs.slice(at + 1).join('');
    const wrong = 'aeionrslgmu'[(at * 7 + signs.length) % 11];
    yield [
      before + after,
      before + here + here + after,
      before + wrong + after,
      before + wrong + here + after,
    ][at % 4] ?? '';
    if (at % 3 === 0) yield before + next + here + signs.slice(at + 2).join('');
  }
}

/** The whole of the names, against the whole of the countries. */
describe('never another country', () => {
  const countries = spellings.countries.map((country) => ({
    ...country,
    ours: [...country.names, ...country.aliases, ...country.variants],
  }));

  /** Spellings that came out as some other country than the one they were made of. */
  function wrongOnes(made: Iterable<{ written: string; iso3: string }>): string[] {
    const wrong: string[] = [];
    for (const { written, iso3 } of made) {
      const reading = read(written);
      if (reading.kind === 'country' && reading.iso3 !== iso3)
        wrong.push(`${written}: ${iso3} → ${reading.iso3}`);
    }
    return wrong;
  }

  it('comes from a name, an alias or a code, however it is written', () => {
    // "Nga" is Russia in Vietnamese and NGA the code of Nigeria: words of three letters are not put in capitals.
    const inCapitals = (name: string) => (name.length > 3 ? [name.toUpperCase()] : []);
    const made = countries.flatMap(({ iso3, iso2, m49, ours, otherLanguages }) =>
      [iso3, iso2, ...(m49 ? [m49, String(Number(m49))] : []), ...ours, ...otherLanguages].flatMap((name) =>
        [name, ...inCapitals(name), ` ${name.toLowerCase()}. `].map((written) => ({ written, iso3 })),
      ),
    );
    expect(wrongOnes(made)).toEqual([]);
  });

  it('comes from a name turned round', () => {
    const made = countries.flatMap(({ iso3, ours }) =>
      ours.flatMap((name) => {
        const [first = '', ...rest] = name.split(' ');
        if (rest.length === 0) return [];
        const others = rest.join(' ');
        return [
          `${others}, ${first}`,
          `${others} (${first})`,
          `${first}, ${others}`,
          `${first} (${others})`,
        ].map((written) => ({ written, iso3 }));
      }),
    );
    expect(wrongOnes(made)).toEqual([]);
  });

  it('hides what stands beside a name', () => {
    const qualifiers = [
      'South',
      'North',
      'East',
      'West',
      'Northern',
      'Southern',
      'Eastern',
      'Western',
      'Central',
      'Equatorial',
      'French',
      'British',
      'Dutch',
      'American',
      'Spanish',
      'Portuguese',
      'US',
      'UK',
      'Democratic',
      'Democratic Republic',
      'Democratic Republic of',
      'Republic',
      'Republic of',
      "People's Republic of",
      'Kingdom of',
      'State of',
      'Federated States of',
      'Islamic Republic of',
      'New',
      'Old',
      'Upper',
      'Lower',
      'Greater',
      'Saint',
      'Island',
      'Islands',
      'state',
      'city',
      'Delta',
      'Province',
      'former',
      'part',
    ];
    const made = countries.flatMap(({ iso3, names }) =>
      names.slice(0, 1).flatMap((name) =>
        qualifiers.flatMap((qualifier) => {
          // The same words without brackets are the truth, where they are a name.
          const truth = countryOf(`${qualifier} ${name}`) ?? countryOf(`${name} ${qualifier}`) ?? iso3;
          return [`${name} (${qualifier})`, `${name}, ${qualifier}`].map((written) => ({
            written,
            iso3: truth,
          }));
        }),
      ),
    );
    expect(wrongOnes(made)).toEqual([]);
    const cutOff = made.filter(({ written }) =>
      / \((?:South|North|East|West|French|British|New|Delta|city)\)$/.test(written),
    );
    const kept = cutOff.filter(({ written }) => {
      const reading = read(written);
      const bare = read(written.replace(/ \(.*$/, ''));
      return reading.kind === 'country' && bare.kind === 'country' && reading.iso3 === bare.iso3;
    });
    // Names of former times or of colonies, listed as such.
    const listedSo = /^(?:Germany|Vietnam|Y[eé]men|Sud[aá]n|Guinea) /;
    expect(kept.map(({ written }) => written).filter((written) => !listedSo.test(written))).toEqual([]);
  });

  it('comes from one wrong letter', () => {
    const guessed: string[] = [];
    for (const { iso3, names } of countries) {
      for (const name of names.slice(0, 2)) {
        for (const written of someTypos(name)) {
          const reading = read(written);
          if (reading.kind === 'country' && reading.via === 'typo' && reading.iso3 !== iso3)
            guessed.push(`${written}: ${iso3} → ${reading.iso3}`);
        }
      }
    }
    expect(guessed).toEqual([]);
  }, 60_000);

  it('comes from a region, a group, a goal or a role', () => {
    const { regions, groups, sdgs, countryRoles, actorTypes, modalities, themes } = loadReference();
    const words = [regions, groups, sdgs, countryRoles, actorTypes, modalities, themes].flatMap((list) =>
      list.flatMap(({ names }) => Object.values(names)),
    );
    const listed = [...spellings.regions, ...spellings.outsideIso].flatMap(({ names }) => names);
    const near = spellings.nearWords.flatMap((group) => group.words);
    const names = countries.flatMap(({ ours, otherLanguages }) => [...ours, ...otherLanguages]).map(placeKey);
    const taken = [...words, ...listed, ...near].filter(
      (word) => read(word).kind === 'country' && !names.includes(placeKey(word)),
    );
    expect(taken).toEqual([]);
    expect([...words, ...listed].filter((word) => read(word).kind === 'country')).toEqual([]);
  });
});
