import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../build.mjs', import.meta.url));

/**
 * Builds in a process that ends: the compiler and the bundler take hundreds of megabytes, which a server that had built
 * itself would hold for as long as it runs. Where the build fails, this process ends with its code.
 */
export function buildAside() {
  const { status } = spawnSync(process.execPath, [BUILD], { stdio: ['ignore', process.stderr, 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
