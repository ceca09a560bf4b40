import { nameOf, readQueryWords } from './query-words.js';

/** A weight as the engines can use it: above 0, at most 1. */
export function cleanWeight(weight = 1): number {
  return weight > 0 && weight < 1 ? weight : 1;
}

/** The names by which a document comes first, in the form in which `nameOf` compares them. */
export function namesOf({ title, keywords = '' }: { title: string; keywords?: string }): string[] {
  const names = new Set([title, ...keywords.split('\n')].map((name) => nameOf(readQueryWords(name))));
  names.delete('');
  return [...names];
}
