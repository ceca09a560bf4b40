/** Runs all suites and ends with `N passed, N failed, N skipped`. Arguments go to jest, for example a path. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isBuilt } from './build/stamp.mjs';

if (!isBuilt() || !existsSync('dist/assets/manifest.json')) await import('./build.mjs');

// One more than there are cores: some suites mostly wait, for an engine to come back or a disk to give up.
const workers = availableParallelism() + 1;
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const { status } = spawnSync(
  process.execPath,
  [...jest, `--maxWorkers=${workers}`, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test' },
  },
);
process.exit(status ?? 1);
