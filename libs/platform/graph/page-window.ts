import type { Position } from './page.js';

/** Parameters of a query that lists one page, newest first; where it does not read from an index, without `since`. */
export interface PageWindow extends Position, Record<string, unknown> {
  since: string;
  limit: number;
}

/**
 * The end of a WHERE for such a query. The range alone in the first WHERE lets the engine use its index; the tie at its
 * end is broken after it.
 * @param property time of the node, for example `c.publishedAt`; the node goes on under its name, everything else ends
 */
export function beforePosition(property: string): string {
  const node = property.slice(0, property.indexOf('.'));
  return `${property} <= $at
   WITH ${node}, ${property} AS time WHERE time < $at OR ${node}.id < $id`;
}
