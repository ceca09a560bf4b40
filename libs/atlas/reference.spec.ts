import { describe, expect, it } from '@jest/globals';
import { ATLAS_LOCALES, loadReference } from './reference.js';

const reference = loadReference();

describe('the reference data', () => {
  it('holds the 249 countries of ISO 3166-1, of which 193 are members of the United Nations', () => {
    expect(reference.countries).toHaveLength(249);
    expect(reference.countries.filter(({ unMember }) => unMember)).toHaveLength(193);
    const venezuela = reference.countries.find(({ iso3 }) => iso3 === 'VEN');
    expect(venezuela).toMatchObject({ unMember: true, incomeGroup: null });
    expect(reference.countries.find(({ iso3 }) => iso3 === 'VAT')?.unMember).toBe(false);
  });

  it('holds 17 goals and 169 targets', () => {
    expect(reference.sdgs.map(({ code }) => code)).toEqual(
      Array.from({ length: 17 }, (_, i) => String(i + 1)),
    );
    expect(reference.sdgTargets).toHaveLength(169);
    expect(reference.sdgTargets.filter(({ texts }) => !texts.en || !texts.fr)).toEqual([]);
    const goals = new Set(reference.sdgs.map(({ code }) => code));
    expect(reference.sdgTargets.filter(({ goal }) => !goals.has(goal))).toEqual([]);
  });

  it('gives the two Congos their own names in every language', () => {
    const congos = reference.countries.filter(({ iso3 }) => iso3 === 'COD' || iso3 === 'COG');
    expect(congos.map(({ names }) => names.pt)).toEqual(['República Democrática do Congo', 'Congo']);
  });

  it.each([
    'countries',
    'regions',
    'groups',
    'incomeGroups',
    'sdgs',
    'segibSectors',
    'themes',
    'actorTypes',
    'actorRoles',
    'modalities',
    'countryRoles',
  ] as const)('names every record of %s in seven languages, and no two records alike', (list) => {
    for (const locale of ATLAS_LOCALES) {
      const names = reference[list].map((record) => record.names[locale]);
      expect(names.filter((name) => !name?.trim())).toEqual([]);
      // Areas and sectors of the Ibero-American reports do share a name; so do a theme and its sub-theme in some language.
      if (list === 'segibSectors' || list === 'themes') continue;
      expect([locale, names.filter((name, index) => names.indexOf(name) !== index)]).toEqual([locale, []]);
    }
  });

  it('uses each code once per list', () => {
    const lists = [
      reference.regions,
      reference.groups,
      reference.sectors,
      reference.segibSectors,
      reference.themes,
    ];
    for (const list of [...lists, reference.actorTypes, reference.actorRoles]) {
      const codes = list.map(({ code }) => code);
      expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    }
    const iso3 = reference.countries.map((country) => country.iso3);
    expect(new Set(iso3).size).toBe(iso3.length);
  });

  it('hangs every region, sector and theme under a parent of the same list', () => {
    for (const list of [reference.regions, reference.sectors, reference.segibSectors, reference.themes]) {
      const codes = new Set(list.map(({ code }) => code));
      expect(list.filter(({ parent }) => parent !== null && !codes.has(parent))).toEqual([]);
    }
    const regions = new Set(reference.regions.map(({ code }) => code));
    const lost = reference.countries.filter(({ region }) => region !== null && !regions.has(region));
    expect(lost).toEqual([]);
    expect(reference.countries.filter(({ region }) => region === null).map(({ iso3 }) => iso3)).toEqual([
      'ATA',
    ]);
  });

  it('has themes with four to nine sub-themes, each serving a goal', () => {
    const goals = new Set(reference.sdgs.map(({ code }) => code));
    for (const theme of reference.themes) {
      expect(theme.sdgs.length).toBeGreaterThan(0);
      expect(theme.sdgs.filter((goal) => !goals.has(goal))).toEqual([]);
      if (theme.parent !== null) continue;
      const below = reference.themes.filter(({ parent }) => parent === theme.code).length;
      expect([theme.code, below >= 4 && below <= 9]).toEqual([theme.code, true]);
    }
  });

  it('knows every member of every group', () => {
    const iso3 = new Set(reference.countries.map((country) => country.iso3));
    const members = reference.groups.flatMap((group) => group.members);
    expect(members.filter(({ country }) => country !== undefined && !iso3.has(country))).toEqual([]);
    expect(
      members.filter(({ country, organisation }) => (country === undefined) === (organisation === undefined)),
    ).toEqual([]);
    expect(members.filter(({ from, to }) => to !== undefined && to <= from)).toEqual([]);
  });

  it('is shared and cannot be changed by a caller', () => {
    expect(loadReference()).toBe(reference);
    expect(Object.isFrozen(reference.groups[0]?.members[0])).toBe(true);
  });
});
