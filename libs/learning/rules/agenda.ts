/** One step of a session: what is done in it, for how long. */
export interface AgendaStep {
  title: string;
  minutes: number;
  /** What to think or talk about meanwhile. */
  prompt: string | null;
}

/** Where a session stands: the step and the moment at which it began, by the server's clock. Null before the first. */
export interface Timer {
  stepIndex: number | null;
  stepStartedAt: string | null;
}

/**
 * Goes on by one step. Whoever presses says from which step, so that two who press together move one step.
 * @returns the step to go to; `stale` when the session stands elsewhere by now; `last` when there is none to go to
 */
export function nextStep(
  steps: number,
  current: number | null,
  from: number | null,
): { stepIndex: number } | 'stale' | 'last' {
  if (from !== current) return 'stale';
  const stepIndex = current === null ? 0 : current + 1;
  return stepIndex < steps ? { stepIndex } : 'last';
}

/**
 * Goes back by one step, for example when the next was begun too early.
 * @returns as {@link nextStep}; `first` when there is none before
 */
export function stepBefore(
  current: number | null,
  from: number | null,
): { stepIndex: number } | 'stale' | 'first' {
  if (from !== current) return 'stale';
  return current === null || current === 0 ? 'first' : { stepIndex: current - 1 };
}

/** Milliseconds left of the current step, below zero when it takes longer than planned; null when none runs. */
export function timeLeft(
  agenda: AgendaStep[],
  { stepIndex, stepStartedAt }: Timer,
  now: Date,
): number | null {
  const step = stepIndex === null ? undefined : agenda[stepIndex];
  if (!step || stepStartedAt === null) return null;
  return Date.parse(stepStartedAt) + step.minutes * 60_000 - now.getTime();
}

/** When each step is planned to begin, counted from the beginning of the session. */
export function plannedStarts(agenda: AgendaStep[], startsAtUtc: string): string[] {
  let time = Date.parse(startsAtUtc);
  return agenda.map(({ minutes }) => {
    const start = new Date(time).toISOString();
    time += minutes * 60_000;
    return start;
  });
}
