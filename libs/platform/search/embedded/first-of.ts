/** Above this, sorting everything is quicker than keeping the first few by insertion. */
const MOST_BY_INSERTION = 500;

/** The first `most` of the numbers, in order. */
export function firstOf(
  numbers: Uint32Array,
  most: number,
  compare: (a: number, b: number) => number,
): number[] {
  if (most > MOST_BY_INSERTION || numbers.length <= most)
    return Array.from(numbers).sort(compare).slice(0, most);
  const kept: number[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!;
    if (kept.length === most && compare(kept[most - 1]!, number) <= 0) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(kept[middle]!, number) <= 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, number);
    if (kept.length > most) kept.pop();
  }
  return kept;
}
