import { describe, expect, it } from '@jest/globals';
import { countAnswer, NO_ANSWERS, shownCounts } from './choice-counts.js';
import { isMailDue } from './mail-claims.js';
import { type Cell, findShownGroups } from './shown-groups.js';
import { queueOf } from './statement-queue.js';

const cell = (answers: number, ...groups: string[]): Cell => ({ groups, answers });
const shown = (...cells: Cell[]) => [...findShownGroups(cells)].sort();

describe('counting answers', () => {
  it('counts a person once, however often they change their mind', () => {
    const first = countAnswer(NO_ANSWERS, null, 'agree');
    const changed = countAnswer(first, 'agree', 'pass');
    expect(first).toEqual({ agree: 1, disagree: 0, pass: 0 });
    expect(changed).toEqual({ agree: 0, disagree: 0, pass: 1 });
    expect(countAnswer(changed, 'pass', 'pass')).toEqual(changed);
  });

  it('tells nothing of fewer than five', () => {
    expect(shownCounts({ agree: 4, disagree: 0, pass: 0 })).toBeNull();
    expect(shownCounts({ agree: 4, disagree: 0, pass: 1 })).toEqual({ agree: 4, disagree: 0, pass: 1 });
  });
});

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
});

describe('the queue of statements', () => {
  const statements = [
    { id: 'a', answers: 3 },
    { id: 'b', answers: 0 },
    { id: 'c', answers: 1 },
  ];

  it('asks what has few answers first, and nothing twice', () => {
    expect(queueOf(statements, new Set(), 'rosa')).toEqual(['b', 'c', 'a']);
    expect(queueOf(statements, new Set(['b']), 'rosa')).toEqual(['c', 'a']);
    expect(queueOf(statements, new Set(['a', 'b', 'c']), 'rosa')).toEqual([]);
  });

  it('is the same each time, and starts elsewhere for others where answers are equally few', () => {
    const equal = Array.from({ length: 20 }, (_, index) => ({ id: `s${index}`, answers: 2 }));
    expect(queueOf(equal, new Set(), 'rosa')).toEqual(queueOf([...equal].reverse(), new Set(), 'rosa'));
    const firsts = ['rosa', 'amina', 'wei', 'ivan'].map((person) => queueOf(equal, new Set(), person)[0]);
    expect(new Set(firsts).size).toBeGreaterThan(1);
  });
});

describe('a mail that somebody meant to send', () => {
  it('is left to them for ten minutes, unless they gave it back', () => {
    const now = new Date('2026-03-01T12:00:00.000Z');
    expect(isMailDue('2026-03-01T11:55:00.000Z', now)).toBe(false);
    expect(isMailDue('2026-03-01T11:50:00.000Z', now)).toBe(true);
    expect(isMailDue('', now)).toBe(true);
  });
});
