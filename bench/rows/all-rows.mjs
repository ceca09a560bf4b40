import { abuseRows } from './abuse.mjs';
import { fanOutRows } from './fan-out.mjs';
import { firstVisitRows } from './first-visit.mjs';
import { graphRows } from './graph.mjs';
import { readRows } from './reads.mjs';
import { replyRows } from './reply.mjs';
import { searchRows } from './search.mjs';
import { startRows } from './start.mjs';

/**
 * @typedef {{ name: string, world: 'forum' | 'cases' | 'search', canTarget?: boolean, ownServer?: boolean,
 *   takesLong?: boolean, run(context: object): AsyncIterable<Result> }} Row `ownServer`: starts servers itself
 * @typedef {{ row: string, at?: number, figures: object, size?: object, forum?: string }} Result `at`: how many at once
 */

/**
 * Everything that is measured, in this order: what writes comes after what reads, and few posts to many sockets after
 * many replies. NodeBB had taken in a whole corpus over its interface by then, and the engine compiles what is hot only.
 */
export const ROWS = [
  ...startRows,
  ...readRows,
  ...firstVisitRows,
  ...replyRows,
  ...fanOutRows,
  ...graphRows,
  ...abuseRows,
  ...searchRows,
];

/**
 * Rows whose names begin with one of the words; all without any, but for those that a quick run has no time for.
 * `memory` comes with `start`.
 */
export function chosenRows(only, extent = 'default') {
  if (!only) return ROWS.filter(({ takesLong }) => !(takesLong && extent === 'quick'));
  const words = only.map((word) => (word === 'memory' ? 'start' : word));
  return ROWS.filter(({ name }) => words.some((word) => name.startsWith(word)));
}
