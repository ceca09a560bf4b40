/** A part of what is edited as it was saved meanwhile, where the form says something else. */
export interface SavedPart {
  label: string;
  /** As readers read it; empty for a part of which nothing is said. */
  now: string;
}

const NOT_PARTS = new Set(['version', 'sequence', 'note', 'clientKey']);

/**
 * The parts in which an edit differs from what is saved by now, in the order of the form.
 * @param sent the edit as the use case takes it
 * @param saved what is saved, read from the form that would edit it
 */
export function partsThatDiffer(sent: object, saved: object): string[] {
  const [one, other] = [sent, saved] as Record<string, unknown>[];
  const names = new Set([...Object.keys(sent), ...Object.keys(saved)]);
  return [...names].filter((name) => !NOT_PARTS.has(name) && textOf(one?.[name]) !== textOf(other?.[name]));
}

/** Lists of codes say the same in any order. */
function textOf(value: unknown): string {
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return JSON.stringify(isList ? value.toSorted() : (value ?? null));
}
