/**
 * A generator of numbers from 0 up to 1 (mulberry32): the same seed gives the same numbers on every machine.
 * @param {number} seed
 * @returns {() => number}
 */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** A place below `size`, the first ones by far the most often: frequency falls with the rank (Zipf). */
export function zipfPlace(next, size) {
  return Math.min(size - 1, Math.floor(size ** next()) - 1);
}

/** A whole number around the median, with a long tail, within the bounds. */
export function logNormal(next, { median, sigma, least, most }) {
  const normal = Math.sqrt(-2 * Math.log(next() || 1e-9)) * Math.cos(2 * Math.PI * next());
  return Math.max(least, Math.min(most, Math.round(median * Math.exp(sigma * normal))));
}

export function pick(next, list) {
  return list[Math.floor(next() * list.length)];
}

/** A whole number from `least` to `most`. */
export function between(next, least, most) {
  return least + Math.floor(next() * (most - least + 1));
}
