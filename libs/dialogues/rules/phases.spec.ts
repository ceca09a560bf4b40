import { describe, expect, it } from '@jest/globals';
import type { PhaseSpan } from './phase-at.js';
import { closableFrom, phaseAt, stateAt, takesAnswers, takesOutcome, takesStatements } from './phase-at.js';
import { findPhaseProblems, findPhaseReversals } from './phase-problems.js';

const span = (phase: PhaseSpan['phase'], from: string, to: string): PhaseSpan => ({
  phase,
  opensAt: `${from}T00:00:00.000Z`,
  closesAt: `${to}T00:00:00.000Z`,
});

const phases = [
  span('gathering', '2026-03-01', '2026-03-08'),
  span('deliberating', '2026-03-08', '2026-03-20'),
  span('deciding', '2026-03-25', '2026-04-01'),
  span('following-up', '2026-04-01', '2026-10-01'),
];
const at = (time: string) => new Date(time);

describe('the phases of a dialogue', () => {
  it('open at their first moment and are closed at their end', () => {
    expect(phaseAt(phases, at('2026-03-08T00:00:00.000Z'))).toBe('deliberating');
    expect(phaseAt(phases, at('2026-03-07T23:59:59.999Z'))).toBe('gathering');
    expect(phaseAt(phases, at('2026-03-19T23:59:59.999Z'))).toBe('deliberating');
    expect(phaseAt(phases, at('2026-03-20T00:00:00.000Z'))).toBeNull();
  });

  it('say where the dialogue stands', () => {
    const open = { phases, closedAt: null };
    expect(stateAt(open, at('2026-02-01'))).toBe('planned');
    expect(stateAt(open, at('2026-03-10'))).toBe('deliberating');
    expect(stateAt(open, at('2026-03-22'))).toBe('between');
    expect(stateAt(open, at('2027-01-01'))).toBe('over');
    const closed = { phases, closedAt: '2026-03-26T00:00:00.000Z' };
    expect(stateAt(closed, at('2026-03-27'))).toBe('closed');
    expect(stateAt(closed, at('2026-05-01'))).toBe('following-up');
  });

  it('open what may be done', () => {
    const open = { phases, closedAt: null };
    expect(takesStatements(open, at('2026-03-02'))).toBe(true);
    expect(takesStatements(open, at('2026-03-10'))).toBe(true);
    expect(takesStatements(open, at('2026-03-26'))).toBe(false);
    expect(takesAnswers(open, at('2026-03-02'))).toBe(false);
    expect(takesAnswers(open, at('2026-03-10'))).toBe(true);
    expect(takesOutcome(open, at('2026-03-22'))).toBe(false);
    expect(takesOutcome(open, at('2026-03-25'))).toBe(true);
    expect(takesOutcome(open, at('2027-01-01'))).toBe(true);
    const closed = { phases, closedAt: '2026-03-09T00:00:00.000Z' };
    expect(takesStatements(closed, at('2026-03-10'))).toBe(false);
    expect(takesAnswers(closed, at('2026-03-10'))).toBe(false);
    expect(takesOutcome(closed, at('2026-03-26'))).toBe(false);
  });

  it('let a dialogue without a phase of deciding be closed once all has been said', () => {
    expect(closableFrom(phases.slice(0, 2))).toBe('2026-03-20T00:00:00.000Z');
    expect(closableFrom(phases.slice(3))).toBe('2026-04-01T00:00:00.000Z');
  });

  it('cannot end before they begin, overlap or stand in another order', () => {
    expect(findPhaseProblems(phases)).toEqual([]);
    expect(findPhaseProblems([span('gathering', '2026-03-08', '2026-03-01')])).toEqual([
      { field: 'phases.0.closesAt', code: 'dialogues/phase-ends-before-it-begins' },
    ]);
    expect(findPhaseProblems([span('gathering', '2026-03-08', '2026-03-08')])).toHaveLength(1);
    expect(
      findPhaseProblems([
        span('gathering', '2026-03-01', '2026-03-09'),
        span('deliberating', '2026-03-08', '2026-03-20'),
      ]),
    ).toEqual([{ field: 'phases.1.opensAt', code: 'dialogues/phases-overlap' }]);
    expect(
      findPhaseProblems([
        span('deciding', '2026-03-01', '2026-03-08'),
        span('gathering', '2026-03-08', '2026-03-20'),
        span('gathering', '2026-03-20', '2026-03-21'),
      ]),
    ).toEqual([
      { field: 'phases.1.phase', code: 'dialogues/phases-out-of-order' },
      { field: 'phases.2.phase', code: 'dialogues/phases-out-of-order' },
    ]);
  });
});

describe('the phases of a dialogue that goes on', () => {
  const now = at('2026-03-26T12:00:00.000Z');
  const reversals = (after: PhaseSpan[], before = phases, time = now) =>
    findPhaseReversals(before, after, time).map(({ field }) => field);
  const [gathering, deliberating, deciding, followingUp] = phases as [
    PhaseSpan,
    PhaseSpan,
    PhaseSpan,
    PhaseSpan,
  ];

  it('may be made longer or shorter while they are open, and moved before they open', () => {
    const later = span('following-up', '2026-05-01', '2026-12-01');
    expect(reversals([gathering, deliberating, { ...deciding, closesAt: later.opensAt }, later])).toEqual([]);
    expect(reversals([gathering, deliberating, deciding])).toEqual([]);
    expect(reversals([span('gathering', '2026-05-01', '2026-06-01')], phases, at('2026-02-01'))).toEqual([]);
  });

  it('do not open again once they are over', () => {
    const again = span('deliberating', '2026-03-08', '2026-04-10');
    expect(reversals([gathering, again, span('deciding', '2026-04-10', '2026-04-20')])).toEqual([
      'phases.1.closesAt',
      'phases.2.opensAt',
    ]);
    const between = at('2026-03-22T12:00:00.000Z');
    expect(reversals([gathering, again, followingUp], phases, between)).toEqual(['phases.1.closesAt']);
    expect(
      reversals([gathering, { ...again, opensAt: '2026-03-27T00:00:00.000Z' }], phases, between),
    ).toEqual(['phases.1.opensAt']);
  });

  it('are neither left out once they have begun, nor put before one that has', () => {
    expect(reversals([gathering, deliberating, followingUp])).toEqual(['phases']);
    const without = [gathering, deciding];
    const added = span('deliberating', '2026-03-10', '2026-03-30');
    expect(reversals([gathering, added, { ...deciding, opensAt: added.closesAt }], without)).toEqual([
      'phases.1.closesAt',
      'phases.2.opensAt',
    ]);
  });
});
