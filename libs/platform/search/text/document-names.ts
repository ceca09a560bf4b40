import { nameOf, readQueryWords } from './query-words.js';

/** A weight as the engines can use it: above 0, at most 1. */
export function cleanWeight(weight = 1): number {
  return weight > 0 && weight < 1 ? weight : 1;
}

/** The names in the form in which `nameOf` writes a query, so that the two can be compared. */
export function comparableNames(names: readonly string[]): string[] {
  const comparable = new Set(names.map((name) => nameOf(readQueryWords(name))));
  comparable.delete('');
  return [...comparable];
}
