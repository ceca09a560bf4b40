/** The phases of a dialogue, in their order. Not every dialogue has all of them. */
export const PHASES = ['gathering', 'deliberating', 'deciding', 'following-up'] as const;

export type Phase = (typeof PHASES)[number];

/** When a phase is open: from `opensAt` on, up to but without `closesAt`. ISO 8601, UTC. */
export interface PhaseSpan {
  phase: Phase;
  opensAt: string;
  closesAt: string;
}

/**
 * Where a dialogue stands: before its first phase, in one, between two, after its last, or closed with an outcome. A
 * closed dialogue may still be followed up.
 */
export const DIALOGUE_STATES = ['planned', ...PHASES, 'between', 'over', 'closed'] as const;

export type DialogueState = (typeof DIALOGUE_STATES)[number];

/** The times that decide what may be done in a dialogue. */
export interface Schedule {
  phases: readonly PhaseSpan[];
  closedAt: string | null;
}

/** The phase that is open at this time, or null. */
export function phaseAt(phases: readonly PhaseSpan[], now: Date): Phase | null {
  const time = now.getTime();
  const open = phases.find(
    ({ opensAt, closesAt }) => Date.parse(opensAt) <= time && time < Date.parse(closesAt),
  );
  return open?.phase ?? null;
}

export function stateAt({ phases, closedAt }: Schedule, now: Date): DialogueState {
  const open = phaseAt(phases, now);
  if (closedAt !== null) return open === 'following-up' ? open : 'closed';
  if (open) return open;
  const time = now.getTime();
  if (phases.every(({ opensAt }) => time < Date.parse(opensAt))) return 'planned';
  return phases.every(({ closesAt }) => Date.parse(closesAt) <= time) ? 'over' : 'between';
}

export function takesStatements(schedule: Schedule, now: Date): boolean {
  const phase = phaseAt(schedule.phases, now);
  return schedule.closedAt === null && (phase === 'gathering' || phase === 'deliberating');
}

export function takesAnswers(schedule: Schedule, now: Date): boolean {
  return schedule.closedAt === null && phaseAt(schedule.phases, now) === 'deliberating';
}

/** Until when answers may come: null where that is over, or never was. */
export function answersUntil({ phases, closedAt }: Schedule, now: Date): string | null {
  const closesAt = phases.find(({ phase }) => phase === 'deliberating')?.closesAt;
  if (closedAt !== null || closesAt === undefined) return null;
  return now.getTime() < Date.parse(closesAt) ? closesAt : null;
}

/** When the dialogue can be closed at the earliest: as deciding opens, or else once what comes before it has closed. */
export function closableFrom(phases: readonly PhaseSpan[]): string {
  const deciding = phases.find(({ phase }) => phase === 'deciding');
  if (deciding) return deciding.opensAt;
  const before = phases.filter(({ phase }) => phase !== 'following-up').at(-1);
  return before?.closesAt ?? phases[0]?.opensAt ?? '';
}

export function takesOutcome({ phases, closedAt }: Schedule, now: Date): boolean {
  return closedAt === null && now.getTime() >= Date.parse(closableFrom(phases));
}
