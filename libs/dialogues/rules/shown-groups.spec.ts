import { describe, expect, it } from '@jest/globals';
import { type Cell, findShownGroups } from './shown-groups.js';
import { SumSpan } from './sum-span.js';

const cell = (answers: number, ...groups: string[]): Cell => ({ groups, answers });
const shown = (...cells: Cell[]) => [...findShownGroups(cells)].sort();

describe('the groups that are shown', () => {
  it('are all of them where each has five answers', () => {
    expect(shown(cell(5, 'PER'), cell(9, 'KEN'))).toEqual(['KEN', 'PER']);
  });

  it('are none where there are fewer than five answers in all', () => {
    expect(shown(cell(2, 'PER'), cell(2, 'KEN'))).toEqual([]);
  });

  it('do not let a hidden one be found by subtraction: the smallest other one is hidden too', () => {
    expect(shown(cell(7, 'PER'), cell(6, 'KEN'), cell(3, 'COL'))).toEqual(['PER']);
  });

  it('do not let the hidden ones together be fewer than five', () => {
    expect(shown(cell(7, 'PER'), cell(6, 'KEN'), cell(1, 'COL'), cell(2, 'ECU'))).toEqual(['PER']);
    expect(shown(cell(7, 'PER'), cell(6, 'KEN'), cell(3, 'COL'), cell(2, 'ECU'))).toEqual(['KEN', 'PER']);
  });

  it('do not give a country away through its region', () => {
    const cells = [cell(7, 'PER', 'americas'), cell(3, 'BOL', 'americas'), cell(6, 'KEN', 'africa')];
    // Hiding KEN among the countries is not enough while Africa shows the same six, and the Americas less Peru are three.
    const groups = findShownGroups(cells);
    expect(groups.has('BOL')).toBe(false);
    expect(groups.has('PER') && groups.has('americas')).toBe(false);
    expect(groups.has('PER') && (groups.has('KEN') || groups.has('africa'))).toBe(false);
    expect(groups.size).toBeGreaterThan(0);
  });

  it('do not give a country away through two kinds of groups that cross', () => {
    const cells = [
      cell(6, 'PER', 'americas', 'upper'),
      cell(2, 'BOL', 'americas', 'lower'),
      cell(8, 'KEN', 'africa', 'lower'),
      cell(9, 'ZAF', 'africa', 'upper'),
    ];
    const groups = findShownGroups(cells);
    expect(groups.has('americas') && groups.has('PER')).toBe(false);
    expect(groups.has('lower') && groups.has('KEN')).toBe(false);
    expect(groups.size).toBeGreaterThan(1);
  });

  it('are found for many countries at once', () => {
    const cells = Array.from({ length: 150 }, (_, index) =>
      cell(1 + (index % 12), `country-${index}`, `region-${index % 22}`, `income-${index % 5}`),
    );
    const groups = findShownGroups(cells);
    expect(groups.has('country-0')).toBe(false);
    expect(groups.has('income-0')).toBe(true);
  });

  it('do not give away who crosses them: of those in Peru, all but three work for the media', () => {
    const cells = [cell(6, 'PER', 'media'), cell(3, 'PER', 'ngo'), cell(9, 'KEN', 'ngo')];
    const groups = findShownGroups(cells);
    expect(groups.has('PER') && groups.has('media')).toBe(false);
    expect(groups.has('KEN') && groups.has('ngo')).toBe(false);
    expect(groups.size).toBeGreaterThan(0);
  });

  it('give away no cells with fewer than five answers, whatever is added and subtracted', () => {
    const random = randomFrom(11);
    for (let round = 0; round < 300; round++) {
      const cells = crossing(random);
      const groups = findShownGroups(cells);
      const sums = [...groups].map((key) => cells.map(({ groups: of }) => Number(of.includes(key))));
      const told = [cells.map(() => 1), ...sums].reduce<SumSpan>(
        (span, sum) => span.with(sum),
        SumSpan.over(cells.map(({ answers }) => answers)),
      );
      const given = groups.size > 0 ? smallSets(cells).filter((few) => told.with(few) === told) : [];
      expect(given).toEqual([]);
    }
  });
});

/** The same numbers below 1 each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A few countries in two regions, crossed with a few kinds of organisations. */
function crossing(random: () => number): Cell[] {
  const countries = 2 + Math.floor(random() * 3);
  const kinds = 2 + Math.floor(random() * 3);
  return Array.from({ length: countries * kinds }, (_, index) => {
    const country = index % countries;
    const groups = [`country-${country}`, `region-${country % 2}`, `kind-${Math.floor(index / countries)}`];
    return { groups, answers: Math.floor(random() * random() * 12) };
  }).filter(({ answers }) => answers > 0);
}

/** Every choice of cells with one to four answers together. */
function smallSets(cells: readonly Cell[]): number[][] {
  const sets: { members: number[]; answers: number }[] = [{ members: [], answers: 0 }];
  for (const { answers } of cells) {
    for (const set of sets.splice(0)) {
      sets.push({ ...set, members: [...set.members, 0] });
      const sum = set.answers + answers;
      if (sum < 5) sets.push({ members: [...set.members, 1], answers: sum });
    }
  }
  return sets.filter(({ answers }) => answers > 0).map(({ members }) => members);
}
