import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** The seconds of the long suites, by path: what a clean clone has instead of a cache. */
const known = JSON.parse(readFileSync(new URL('./durations.json', import.meta.url), 'utf8'));

/**
 * Runs the longest suites first, whatever their project, so that none is left alone at the end while the other cores
 * have nothing to do. Those of which nothing is known come last, in the order of jest: what failed, then by size.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const secondsOf = ({ path, context }) => known[relative(context.config.rootDir, path)] ?? 0;
    return super.sort(tests).sort((one, other) => secondsOf(other) - secondsOf(one));
  }
}
