import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Shorter suites need no place of their own in the order. */
const LONG_SECONDS = 5;

/**
 * Prints the plain closing line that people and CI read: `N passed, N failed, N skipped`. With `KEEP_DURATIONS=yes` it
 * also writes how long the long suites took, which is the order of the next runs.
 */
export default class SummaryReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, results) {
    if (process.env.KEEP_DURATIONS === 'yes') this.keepDurations(results);
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stderr.write('');
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`);
  }

  keepDurations({ testResults }) {
    const long = testResults
      .map(({ testFilePath, perfStats }) => [
        relative(this.rootDir, testFilePath),
        Math.round(perfStats.runtime / 1000),
      ])
      .filter(([, seconds]) => seconds >= LONG_SECONDS)
      .sort(([, one], [, other]) => other - one);
    const json = JSON.stringify(Object.fromEntries(long), null, 2);
    writeFileSync(new URL('./durations.json', import.meta.url), `${json}\n`);
  }
}
