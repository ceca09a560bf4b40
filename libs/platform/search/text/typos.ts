/** How many typos are forgiven in a word: none in short ones and in numbers, where each letter counts. */
export function typosForgiven(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}
