/** Without accents and case, as people type and engines compare. */
export function fold(word) {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether one letter left out, put in, replaced, or two neighbours changed over make one word of the other. */
export function withinOneEdit(one, other) {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}

/**
 * Whether only one word can have been meant: no other of the words is one edit away, and none begins like it.
 * @param {string[]} words folded
 */
export function isUnmistakable(typed, meant, words) {
  const [wrong, right] = [fold(typed), fold(meant)];
  return !words.some((word) => word !== right && (withinOneEdit(wrong, word) || word.startsWith(wrong)));
}
