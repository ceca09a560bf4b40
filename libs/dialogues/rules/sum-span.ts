interface Row {
  values: Float64Array;
  /** Where this row is 1 and every other row is 0. */
  pivot: number;
}

/**
 * What can be computed from some sums over cells by adding and subtracting them: a vector space, kept as a basis in
 * reduced row echelon form (Gauss and Jordan), with pivots in the heaviest cells that they can have.
 */
export class SumSpan {
  private constructor(
    readonly rows: readonly Row[],
    private readonly order: readonly number[],
  ) {}

  /** @param weights by the index of the cell */
  static over(weights: readonly number[]): SumSpan {
    const order = weights.map((_, index) => index).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
    return new SumSpan([], order);
  }

  /** The span of one sum more; it is the same one when nothing new can be computed. */
  with(sum: readonly number[]): SumSpan {
    const rest = this.rows.reduce(without, Float64Array.from(sum));
    const pivot = this.order.find((index) => rest[index] !== 0);
    if (pivot === undefined) return this;
    const scale = rest[pivot] ?? 1;
    const added = { values: rest.map((value) => snap(value / scale)), pivot };
    const rows = this.rows.map((row) => ({ ...row, values: without(row.values, added) }));
    return new SumSpan([...rows, added], this.order);
  }
}

/** The values less as much of the row as makes its pivot 0. */
function without(values: Float64Array, row: Row): Float64Array {
  const factor = values[row.pivot] ?? 0;
  if (factor === 0) return values;
  const rest = values.slice();
  for (let index = 0; index < rest.length; index++) {
    const share = row.values[index] ?? 0;
    if (share !== 0) rest[index] = snap((rest[index] ?? 0) - factor * share);
  }
  return rest;
}

/** Sums of ones and zeros give small fractions: what is nearly a whole number is one. */
function snap(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-9 ? whole : value;
}
