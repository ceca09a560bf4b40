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
export function countAnswer(counts: ChoiceCounts, before: Choice | null, choice: Choice): ChoiceCounts {
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

/** The counts, or null while they are too few to show. */
export function shownCounts(counts: ChoiceCounts): ChoiceCounts | null {
  return sumOf(counts) < FEWEST_SHOWN ? null : counts;
}
