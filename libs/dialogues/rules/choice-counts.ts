/** What a person may say to a statement. */
export const CHOICES = ['agree', 'disagree', 'pass'] as const;

export type Choice = (typeof CHOICES)[number];

/** How many gave each answer. */
export type ChoiceCounts = Record<Choice, number>;

/** Fewer answers than this are not shown by what they say: someone could be recognised. */
export const FEWEST_SHOWN = 5;

export const NO_ANSWERS: Readonly<ChoiceCounts> = { agree: 0, disagree: 0, pass: 0 };

export function sumOf({ agree, disagree, pass }: ChoiceCounts): number {
  return agree + disagree + pass;
}

/** The counts after one person answered. @param before what the same person said before, if anything */
export function countAnswer<Counts extends ChoiceCounts>(
  counts: Counts,
  before: Choice | null,
  choice: Choice,
): Counts {
  const next = { ...counts };
  if (before) next[before] -= 1;
  next[choice] += 1;
  return next;
}

export function addCounts(one: ChoiceCounts, other: ChoiceCounts): ChoiceCounts {
  return {
    agree: one.agree + other.agree,
    disagree: one.disagree + other.disagree,
    pass: one.pass + other.pass,
  };
}

/** What is kept of the answers to a statement. */
export interface AnswerTotals extends ChoiceCounts {
  /** The answers by what they say as they were last shown; all 0 before the first time. */
  shown: ChoiceCounts;
  /** People whose answer is not among those shown, or is another one there. */
  unshown: number;
}

/** What everyone may know of the answers to a statement: how many there are, and what they said when last shown. */
export function answersTo(totals: AnswerTotals | undefined): {
  answers: number;
  counts: ChoiceCounts | null;
} {
  if (!totals) return { answers: 0, counts: null };
  const { agree, disagree, pass } = totals.shown;
  const counts = sumOf(totals.shown) < FEWEST_SHOWN ? null : { agree, disagree, pass };
  return { answers: sumOf(totals), counts };
}

/**
 * Whether the figures move on: only when the answers of at least five people differ from what is shown. So what lies
 * between two figures is never the answer of one person, nor what one person changed.
 */
export function movesOn({ unshown }: AnswerTotals): boolean {
  return unshown >= FEWEST_SHOWN;
}
