import { describe, expect, it } from '@jest/globals';
import { type CountryGroup, loadReference } from '../reference.js';
import { groupsOf, membersOn } from './group-membership.js';

const { groups } = loadReference();

function groupOf(code: string): CountryGroup {
  const group = groups.find((candidate) => candidate.code === code);
  if (!group) throw new Error(`no group ${code}`);
  return group;
}

function countOn(code: string, day: string): number {
  return membersOn(groupOf(code), day).length;
}

function namesOn(code: string, day: string, associates = false): string[] {
  return membersOn(groupOf(code), day, { associates }).map(
    ({ country, organisation }) => country ?? organisation ?? '',
  );
}

describe('members of a group on a day', () => {
  it.each([
    ['un', '2026-01-01', 193],
    ['un', '2011-07-13', 192],
    ['ldc', '1972-01-01', 24],
    ['ldc', '1995-01-01', 48],
    ['ldc', '2015-01-01', 48],
    ['ldc', '2022-01-01', 46],
    ['ldc', '2024-01-01', 45],
    ['ldc', '2025-01-01', 44],
    ['lldc', '2026-01-01', 32],
    ['sids', '2026-01-01', 39],
    ['g20', '2023-09-08', 20],
    ['g20', '2023-09-09', 21],
    ['g77', '2026-01-01', 134],
    ['brics', '2023-12-31', 5],
    ['brics', '2024-01-01', 9],
    ['brics', '2025-01-06', 10],
    ['asean', '2025-10-25', 10],
    ['asean', '2025-10-26', 11],
    ['au', '2016-01-01', 54],
    ['au', '2026-11-24', 55],
    ['caricom', '2026-01-01', 15],
    ['ecowas', '2025-01-28', 15],
    ['ecowas', '2025-01-29', 12],
    ['sadc', '2026-01-01', 16],
    ['pif', '2026-01-01', 18],
    ['arab-league', '2026-01-01', 22],
    ['saarc', '2026-01-01', 8],
    ['segib', '2026-01-01', 22],
  ])('%s had on %s as many as %i', (code, day, count) => {
    expect(countOn(code, day)).toBe(count);
  });

  it('lets a graduate go on the day its graduation takes effect', () => {
    expect(namesOn('ldc', '2023-12-12')).toContain('BTN');
    expect(namesOn('ldc', '2023-12-13')).not.toContain('BTN');
  });

  it('keeps Bangladesh, Laos and Nepal as least developed until a person has checked, and says so', () => {
    const scheduled = membersOn(groupOf('ldc'), '2026-11-24').filter(({ note }) =>
      note?.includes('A person must check'),
    );
    expect(scheduled.map(({ country }) => country).sort()).toEqual(['BGD', 'LAO', 'NPL']);
  });

  it('counts the European Union and the African Union as members of the G20', () => {
    expect(namesOn('g20', '2024-01-01')).toEqual(expect.arrayContaining(['EU', 'AU', 'ZAF']));
  });

  it('counts a suspended member, and an associate only when asked', () => {
    const mercosur = membersOn(groupOf('mercosur'), '2026-01-01');
    expect(mercosur.find(({ country }) => country === 'VEN')?.status).toBe('suspended');
    expect(namesOn('mercosur', '2026-01-01').sort()).toEqual(['ARG', 'BOL', 'BRA', 'PRY', 'URY', 'VEN']);
    expect(namesOn('mercosur', '2026-01-01', true)).toContain('CHL');
    expect(namesOn('sids', '2026-01-01', true)).toHaveLength(53);
  });

  it('never has one member twice on a day', () => {
    const days = ['1965-01-01', '1990-06-01', '2012-07-01', '2022-08-01', '2025-01-29', '2026-11-24'];
    for (const { code } of groups) {
      for (const day of days) {
        const members = namesOn(code, day, true);
        expect([code, day, new Set(members).size]).toEqual([code, day, members.length]);
      }
    }
  });

  it('refuses what is no day of the calendar', () => {
    expect(() => membersOn(groupOf('ldc'), '2015')).toThrow(RangeError);
    expect(() => membersOn(groupOf('ldc'), '2015-02-30')).toThrow(RangeError);
  });
});

describe('groups of a country on a day', () => {
  const codesOf = (country: string, day: string, associates = false) =>
    groupsOf(country, day, groups, { associates }).map(({ group }) => group.code);

  it('answers for the day asked', () => {
    expect(codesOf('MLI', '2025-01-28')).toEqual(['au', 'ecowas', 'g77', 'ldc', 'lldc', 'un']);
    expect(codesOf('MLI', '2025-01-29')).toEqual(['au', 'g77', 'ldc', 'lldc', 'un']);
  });

  it('tells the membership that holds', () => {
    const african = groupsOf('GAB', '2024-01-01', groups).find(({ group }) => group.code === 'au');
    expect(african?.membership.status).toBe('suspended');
  });

  it('leaves out associations unless asked', () => {
    expect(codesOf('VNM', '2025-07-01')).not.toContain('brics');
    expect(codesOf('VNM', '2025-07-01', true)).toContain('brics');
  });
});
