import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Shorter suites need no place of their own in the order. */
const LONG_SECONDS = 5;
const DURATIONS = new URL('./durations.json', import.meta.url);

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

  /** Suites that were not run stay as they were known. */
  keepDurations({ testResults }) {
    const seconds = new Map(Object.entries(JSON.parse(readFileSync(DURATIONS, 'utf8'))));
    for (const { testFilePath, perfStats } of testResults) {
      seconds.set(relative(this.rootDir, testFilePath), Math.round(perfStats.runtime / 1000));
    }
    const long = [...seconds]
      .filter(([path, length]) => length >= LONG_SECONDS && existsSync(join(this.rootDir, path)))
      .sort(([, one], [, other]) => other - one);
    writeFileSync(DURATIONS, `${JSON.stringify(Object.fromEntries(long), null, 2)}\n`);
  }
}
