/** Nearest-rank percentile of sorted values; NaN when there are none. */
export function percentile(sorted, percent) {
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1))];
}

/**
 * @param {Iterable<number>} values milliseconds
 * @returns {{ p50: number, p90: number, p99: number, max: number }}
 */
export function summarise(values) {
  const sorted = Float64Array.from(values).sort();
  return {
    p50: percentile(sorted, 50),
    p90: percentile(sorted, 90),
    p99: percentile(sorted, 99),
    max: sorted.length > 0 ? sorted[sorted.length - 1] : Number.NaN,
  };
}

/**
 * The exponent `b` of `cost = a · size^b` that fits the points best (least squares of the logarithms): 0 is flat,
 * 1 grows with the data, 2 with its square. Null with fewer than two sizes.
 * @param {{ size: number, cost: number }[]} points
 */
export function growthExponent(points) {
  const usable = points.filter(({ size, cost }) => size > 0 && cost > 0);
  const xs = usable.map(({ size }) => Math.log(size));
  const ys = usable.map(({ cost }) => Math.log(cost));
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [middleX, middleY] = [mean(xs), mean(ys)];
  const spread = xs.reduce((sum, x) => sum + (x - middleX) ** 2, 0);
  if (!(spread > 0)) return null;
  return xs.reduce((sum, x, at) => sum + (x - middleX) * (ys[at] - middleY), 0) / spread;
}

/** Rounds for people: three figures that count. */
export function round(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return Number(value.toPrecision(Math.abs(value) >= 1000 ? 4 : 3));
}
