/**
 * How many typing errors lie between two words: letters more, less or other, and neighbours swapped (the restricted
 * Damerau-Levenshtein distance).
 *
 * @returns the distance, or `most + 1` when it is greater than `most`
 */
export function editDistance(left: string, right: string, most: number): number {
  if (left === right) return 0;
  const a = [...left];
  const b = [...right];
  const beyond = most + 1;
  if (Math.abs(a.length - b.length) > most) return beyond;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let distance = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) distance = Math.min(distance, at(beforeLast, column - 2) + 1);
      current.push(distance);
    }
    // A swap reaches back over one row, so two rows must be lost.
    if (Math.min(...current) > most && Math.min(...last) > most) return beyond;
    beforeLast = last;
    last = current;
  }
  return Math.min(at(last, b.length), beyond);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
