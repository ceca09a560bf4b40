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

/**
 * What would turn a dialogue back: a phase that has begun is put off or left out, one that is over opens again, or one
 * that comes before the latest that has begun is still to be open. People have answered and stopped by these dates.
 */
export function findPhaseReversals(
  before: readonly PhaseSpan[],
  after: readonly PhaseSpan[],
  now: Date,
): PhaseProblem[] {
  const time = now.getTime();
  const isOver = ({ closesAt }: PhaseSpan) => Date.parse(closesAt) <= time;
  const begun = before.filter(({ opensAt }) => Date.parse(opensAt) <= time);
  const latest = Math.max(-1, ...begun.map(({ phase }) => PHASES.indexOf(phase)));
  const code = 'dialogues/phases-move-forward';
  const left = begun.some(({ phase }) => !after.some((span) => span.phase === phase));
  return [
    ...(left ? [{ field: 'phases', code }] : []),
    ...after.flatMap((span, index): PhaseProblem[] => {
      const was = begun.find(({ phase }) => phase === span.phase);
      if (was && Date.parse(span.opensAt) > time) return [{ field: `phases.${index}.opensAt`, code }];
      const mustBeOver = (was && isOver(was)) || PHASES.indexOf(span.phase) < latest;
      return mustBeOver && !isOver(span) ? [{ field: `phases.${index}.closesAt`, code }] : [];
    }),
  ];
}
