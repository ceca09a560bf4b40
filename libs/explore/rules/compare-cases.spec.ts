import { describe, expect, it } from '@jest/globals';
import type { CaseFeatures } from '../../cases/contracts.js';
import { type CaseProfile, profileOf, type Surroundings } from './case-profile.js';
import {
  closenessOfYears,
  findDifferences,
  findGaps,
  findShares,
  likenessOf,
  rarity,
} from './compare-cases.js';

const BROADER: Record<string, string> = { irrigation: 'water', 'drinking-water': 'water' };

const surroundings: Surroundings = {
  broaderTheme: (code) => BROADER[code] ?? null,
  subregionOf: (iso3) => ({ KEN: '014', UGA: '014', PER: '419' })[iso3] ?? null,
  incomeGroupOf: (iso3) => ({ KEN: 'LMC', UGA: 'LIC', PER: 'UMC', BTN: 'LMC' })[iso3] ?? null,
  specialGroupsOf: (iso3, year) => (iso3 === 'UGA' || (iso3 === 'BTN' && year < 2024) ? ['ldc', 'lldc'] : []),
};

function buildFeatures(features: Partial<CaseFeatures> = {}): CaseFeatures {
  return {
    id: 'a',
    key: 'case:a',
    title: 'A',
    url: '/cases/a',
    lang: 'en',
    themes: ['irrigation'],
    goals: [],
    targets: ['6.4'],
    modality: 'bilateral',
    countries: [
      { iso3: 'PER', role: 'provider' },
      { iso3: 'KEN', role: 'recipient' },
    ],
    actors: [],
    startYear: 2018,
    endYear: 2020,
    ongoing: false,
    scale: 'local',
    reports: {
      context: true,
      approach: true,
      whatWorked: true,
      whatDidNot: true,
      results: true,
      inputs: true,
    },
    ...features,
  };
}

function buildProfile(features: Partial<CaseFeatures> = {}): CaseProfile {
  return profileOf(buildFeatures(features), surroundings);
}

const sharesOf = (ours: CaseProfile, theirs: CaseProfile) =>
  findShares(ours, theirs, () => 1, surroundings.broaderTheme).map(({ dimension, key }) => [dimension, key]);

describe('the profile of a case', () => {
  it('places a case where it was received, not where the help came from', () => {
    expect(buildProfile()).toMatchObject({ country: ['country:KEN'], region: ['region:014'] });
    expect(buildProfile({ countries: [{ iso3: 'PER', role: 'provider' }] }).country).toEqual(['country:PER']);
  });

  it('counts the goal of a target, and a theme at the top as its own broader theme', () => {
    expect(buildProfile({ goals: ['2'] }).goal).toEqual(['sdg:2', 'sdg:6']);
    expect(buildProfile({ themes: ['water', 'irrigation'] })['broader-theme']).toEqual(['theme:water']);
  });

  it('asks for groups of countries in the year of the start', () => {
    const countries = [{ iso3: 'BTN', role: 'recipient' as const }];
    expect(buildProfile({ countries, startYear: 2015 }).group).toEqual(['group:ldc', 'group:lldc']);
    expect(buildProfile({ countries, startYear: 2025 }).group).toEqual([]);
    expect(buildProfile({ countries, startYear: null }).group).toEqual([]);
  });
});

describe('comparing cases', () => {
  it('says what is shared, without what follows from it', () => {
    const shares = sharesOf(buildProfile(), buildProfile({ startYear: 2020 }));
    expect(shares.map(([, key]) => key).sort()).toEqual([
      '2018/2020',
      'country:KEN',
      'income:LMC',
      'modality:bilateral',
      'roles:provider+recipient',
      'scale:local',
      'target:6.4',
      'theme:irrigation',
    ]);
  });

  it('names the broader theme, the goal and the region where nothing nearer is shared', () => {
    const theirs = buildProfile({
      themes: ['drinking-water'],
      targets: ['6.1'],
      countries: [{ iso3: 'UGA', role: 'recipient' }],
    });
    expect(sharesOf(buildProfile(), theirs)).toEqual(
      expect.arrayContaining([
        ['broader-theme', 'theme:water'],
        ['goal', 'sdg:6'],
        ['region', 'region:014'],
      ]),
    );
  });

  it('tells differences only where both say something', () => {
    const theirs = buildProfile({ modality: 'triangular', scale: null, startYear: 2009 });
    expect(findDifferences(buildProfile(), theirs)).toEqual([
      { dimension: 'modality', ours: ['modality:bilateral'], theirs: ['modality:triangular'] },
      { dimension: 'years', ours: ['2018'], theirs: ['2009'] },
    ]);
  });

  it('tells that one belonged to a group of countries and the other to none', () => {
    const theirs = buildProfile({ countries: [{ iso3: 'UGA', role: 'recipient' }] });
    expect(findDifferences(buildProfile(), theirs)).toContainEqual({
      dimension: 'group',
      ours: [],
      theirs: ['group:ldc', 'group:lldc'],
    });
  });

  it('says which side does not report, which is not a difference', () => {
    const ours = buildFeatures({ scale: null, endYear: null });
    const theirs = buildFeatures({
      endYear: null,
      ongoing: true,
      scale: null,
      reports: { ...ours.reports, inputs: false },
    });
    expect(findGaps(ours, theirs)).toEqual([
      { dimension: 'scale', side: 'both' },
      { dimension: 'end-year', side: 'ours' },
      { dimension: 'actor-type', side: 'both' },
      { dimension: 'inputs', side: 'theirs' },
    ]);
  });
});

describe('likeness', () => {
  it('is 1 for the same, 0 for nothing in common, and half for half of ours', () => {
    expect(likenessOf(4, 4, 4, 0)).toBe(1);
    expect(likenessOf(0, 4, 4, 0)).toBe(0);
    expect(likenessOf(2, 4, 2, 0)).toBe(0.5);
  });

  it('counts what only the other case has little, and silence less than a difference', () => {
    expect(likenessOf(2, 2, 6, 0)).toBeGreaterThan(likenessOf(2, 6, 2, 0));
    expect(likenessOf(2, 4, 2, 2)).toBeGreaterThan(likenessOf(2, 4, 2, 0));
    expect(likenessOf(2, 4, 2, 2)).toBeLessThan(1);
  });

  it('gives a rare thing more weight than a common one', () => {
    expect(rarity(1000, 1)).toBeGreaterThan(0.99);
    expect(rarity(1000, 1000)).toBeLessThan(0.11);
    expect(rarity(0, 0)).toBeLessThanOrEqual(1);
  });

  it('lets years grow apart', () => {
    expect([0, 3, 4].map((apart) => closenessOfYears(2018, 2018 + apart))).toEqual([1, 0.5, 0]);
  });
});
