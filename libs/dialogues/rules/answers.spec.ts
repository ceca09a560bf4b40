import { describe, expect, it } from '@jest/globals';
import { answersTo, countAnswer, movesOn, NO_ANSWERS } from './choice-counts.js';
import { isMailDue } from './mail-claims.js';
import { queueOf } from './statement-queue.js';

describe('counting answers', () => {
  it('counts a person once, however often they change their mind', () => {
    const first = countAnswer(NO_ANSWERS, null, 'agree');
    const changed = countAnswer(first, 'agree', 'pass');
    expect(first).toEqual({ agree: 1, disagree: 0, pass: 0 });
    expect(changed).toEqual({ agree: 0, disagree: 0, pass: 1 });
    expect(countAnswer(changed, 'pass', 'pass')).toEqual(changed);
  });

  it('tells nothing of fewer than five', () => {
    const four = { agree: 4, disagree: 0, pass: 0, shown: NO_ANSWERS, unshown: 4 };
    expect([movesOn(four), answersTo(four)]).toEqual([false, { answers: 4, counts: null }]);
    expect(movesOn({ ...four, pass: 1, unshown: 5 })).toBe(true);
  });

  it('tells what was shown last, beside how many answers there are by now', () => {
    const shown = { agree: 4, disagree: 0, pass: 1 };
    const sixth = { agree: 4, disagree: 1, pass: 1, shown, unshown: 1 };
    expect(answersTo(sixth)).toEqual({ answers: 6, counts: shown });
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
