import { describe, expect, it } from '@jest/globals';
import { countLinks, EMPTY_CONTENT, linkedKeys, NO_LINKS, withGoals } from './case-content.js';
import { findYearProblems, yearsOf } from './case-years.js';
import { CASE_PARTS, measureCompleteness } from './completeness.js';
import { findLinkChanges } from './link-changes.js';
import { findMissingToPublish } from './publishability.js';
import { findRoleDoubts } from './role-doubts.js';

const bare = { ...EMPTY_CONTENT, title: 'Water turns', lang: 'en' };
const told = { ...bare, summary: 'S', whatWorked: 'W', whatDidNot: 'N' };
const NONE = countLinks(NO_LINKS);

describe('what a case needs before it is published', () => {
  it('is a summary, a country, a theme and both halves of the experience', () => {
    expect(findMissingToPublish(bare, NONE)).toEqual([
      'summary',
      'countries',
      'themes',
      'whatWorked',
      'whatDidNot',
    ]);
    expect(findMissingToPublish(told, { countries: 1, themes: 1 })).toEqual([]);
  });

  it('includes what did not work', () => {
    expect(findMissingToPublish({ ...told, whatDidNot: null }, { countries: 1, themes: 1 })).toEqual([
      'whatDidNot',
    ]);
  });
});

describe('completeness', () => {
  it('runs from nothing to everything', () => {
    expect(measureCompleteness(bare, NONE)).toEqual({ percent: 0, gaps: CASE_PARTS });
    const whole = {
      ...told,
      context: 'C',
      approach: 'A',
      results: [{ what: 'Disputes', value: '11' }],
      inputs: { expertDays: 3 },
      startYear: 2020,
    };
    const links = { countries: 1, actors: 1, themes: 1, targets: 1 };
    expect(measureCompleteness(whole, links)).toEqual({ percent: 100, gaps: [] });
  });

  it('names what is not reported, in the order of the template', () => {
    const { gaps } = measureCompleteness({ ...told, whatDidNot: null, inputs: {} }, { ...NONE, themes: 1 });
    expect(gaps.slice(0, 4)).toEqual(['context', 'approach', 'whatDidNot', 'results']);
    expect(gaps).toContain('inputs');
    expect(gaps).not.toContain('themes');
  });
});

describe('years of a case', () => {
  const years = { startYear: 2019, endYear: 2022, ongoing: false };

  it('may be unknown, and end when or after they start', () => {
    expect(findYearProblems({ startYear: null, endYear: null, ongoing: false }, 2026)).toEqual([]);
    expect(findYearProblems(years, 2026)).toEqual([]);
    expect(findYearProblems({ ...years, endYear: 2018 }, 2026)).toEqual([
      { field: 'endYear', code: 'cases/ends-before-start' },
    ]);
  });

  it('are refused when they lie far off', () => {
    const problems = findYearProblems({ startYear: 202, endYear: 20222, ongoing: false }, 2026);
    expect(problems.map(({ field }) => field)).toEqual(['startYear', 'endYear']);
  });

  it('cannot be over for what goes on', () => {
    expect(findYearProblems({ ...years, ongoing: true }, 2026)[0]?.code).toBe('cases/ongoing-but-ended');
  });

  it('are counted one by one, up to now for what goes on', () => {
    expect(yearsOf(years, 2026)).toEqual([2019, 2020, 2021, 2022]);
    expect(yearsOf({ startYear: 2024, endYear: null, ongoing: true }, 2026)).toEqual([2024, 2025, 2026]);
    expect(yearsOf({ startYear: 2024, endYear: null, ongoing: false }, 2026)).toEqual([2024]);
    expect(yearsOf({ startYear: null, endYear: null, ongoing: true }, 2026)).toEqual([]);
  });
});

describe('roles of countries', () => {
  it('fit a triangular case with a pivotal partner, a facilitator and a beneficiary', () => {
    const countries = [{ role: 'pivotal' }, { role: 'facilitator' }, { role: 'beneficiary' }] as const;
    expect(findRoleDoubts('triangular', countries, 0)).toEqual([]);
  });

  it('raise a doubt where a partner seems to be missing', () => {
    expect(findRoleDoubts('bilateral', [{ role: 'provider' }], 2)).toEqual([
      'one-country-only',
      'recipient-missing',
    ]);
    const two = [{ role: 'provider' }, { role: 'recipient' }] as const;
    expect(findRoleDoubts('triangular', two, 0)).toEqual(['third-partner-missing']);
    expect(findRoleDoubts('triangular', two, 1)).toEqual([]);
    expect(findRoleDoubts('national', two, 1)).toEqual(['more-than-one-country']);
  });
});

describe('links of a case', () => {
  it('bring the goal of each target along', () => {
    expect(withGoals(['target:6.4', 'target:6.b', 'sdg:5'])).toEqual([
      'target:6.4',
      'target:6.b',
      'sdg:5',
      'sdg:6',
    ]);
  });

  it('are all that the case can be found under, each once', () => {
    const links = {
      ...NO_LINKS,
      countries: [{ key: 'country:PER', role: 'both' as const }],
      themes: ['theme:water'],
      targets: ['sdg:6', 'sdg:6'],
      modality: 'modality:national',
    };
    expect(linkedKeys(links)).toEqual(['country:PER', 'theme:water', 'sdg:6', 'modality:national']);
  });

  it('stay untouched where nothing changed', () => {
    const before = [
      { key: 'country:PER', role: 'provider' },
      { key: 'country:BOL', role: 'recipient' },
    ];
    const after = [
      { key: 'country:PER', role: 'provider' },
      { key: 'country:BOL', role: 'both' },
      { key: 'country:CHL', role: 'recipient' },
    ];
    expect(findLinkChanges(before, after)).toEqual({ remove: ['country:BOL'], add: after.slice(1) });
  });

  it('may join one actor in several roles, of which one goes', () => {
    const funder = { key: 'actor:1', role: 'funder' };
    const host = { key: 'actor:1', role: 'host' };
    expect(findLinkChanges([funder, host], [host])).toEqual({ remove: ['actor:1'], add: [host] });
  });
});
