/**
 * Number of typos between two words, a swap of neighbours counting as one; more than `most` is answered as
 * `most + 1`.
 * @param prefix when true, `term` may go on after what was typed
 */
export function editDistance(typed: string, term: string, most: number, prefix = false): number {
  const beyond = most + 1;
  const width = term.length;
  if (typed.length - width > most || (!prefix && width - typed.length > most)) return beyond;
  let twoBack: number[] = [];
  let oneBack = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= width; column++) {
      const same = typed[row - 1] === term[column - 1];
      let cost = Math.min(
        oneBack[column]! + 1,
        current[column - 1]! + 1,
        oneBack[column - 1]! + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && typed[row - 1] === term[column - 2] && typed[row - 2] === term[column - 1];
      if (swapped) cost = Math.min(cost, twoBack[column - 2]! + 1);
      current.push(cost);
      if (cost < best) best = cost;
    }
    if (best > most) return beyond;
    twoBack = oneBack;
    oneBack = current;
  }
  const distance = prefix ? Math.min(...oneBack) : oneBack[width]!;
  return Math.min(distance, beyond);
}

/** How many typos are forgiven in a word: none in short ones and in numbers, where each letter counts. */
export function typosForgiven(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * The letters of a word as 32 bits. Words at edit distance `d` differ in at most `2d` of them, which rules out
 * nearly all words without looking at them.
 */
export function letterSignature(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits | 0;
}

export function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
