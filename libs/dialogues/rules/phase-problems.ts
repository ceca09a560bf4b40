import { PHASES, type PhaseSpan } from './phase-at.js';

export interface PhaseProblem {
  /** Dotted path, for example `phases.1.closesAt`. */
  field: string;
  code: string;
}

/** What cannot be about these phases: an end before its beginning, an overlap, a wrong order. */
export function findPhaseProblems(phases: readonly PhaseSpan[]): PhaseProblem[] {
  return phases.flatMap((span, index) => {
    const before = phases[index - 1];
    const problems: PhaseProblem[] = [];
    const refuse = (part: keyof PhaseSpan, code: string) =>
      problems.push({ field: `phases.${index}.${part}`, code: `dialogues/${code}` });
    if (Date.parse(span.closesAt) <= Date.parse(span.opensAt))
      refuse('closesAt', 'phase-ends-before-it-begins');
    if (!before) return problems;
    if (PHASES.indexOf(span.phase) <= PHASES.indexOf(before.phase)) refuse('phase', 'phases-out-of-order');
    else if (Date.parse(span.opensAt) < Date.parse(before.closesAt)) refuse('opensAt', 'phases-overlap');
    return problems;
  });
}
