/**
 * The counts after someone has answered, or changed their answer.
 * @param before the option they had chosen; null for a first answer
 */
export function recount(counts: number[], before: number | null, after: number): number[] {
  return counts.map((count, option) => count - Number(option === before) + Number(option === after));
}
