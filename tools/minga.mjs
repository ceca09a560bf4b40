#!/usr/bin/env node
/** The `minga` command: builds when needed, then runs `apps/cli` where it was called. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAside } from './build/aside.mjs';
import { isBuilt } from './build/stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const calledFrom = process.cwd();
process.chdir(root);
if (!isBuilt()) buildAside();
if (existsSync('.env')) process.loadEnvFile('.env');
process.chdir(calledFrom);
// Where the server keeps its data unless told otherwise, wherever this is called.
process.env.DATA_DIR ||= join(root, 'data');
await import('../dist/apps/cli/main.js');
