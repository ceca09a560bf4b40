#!/usr/bin/env node
/** The `minga` command: builds when needed, then runs `apps/cli`. */
import { isBuilt } from './build/stamp.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
if (!isBuilt()) await import('./build.mjs');
await import('../dist/apps/cli/main.js');
