/** Builds when needed, then runs the server in this process, with the settings of `.env` where there is one. */
import { existsSync } from 'node:fs';
import { buildAside } from './build/aside.mjs';
import { isBuilt } from './build/stamp.mjs';

if (!isBuilt()) {
  console.log('Building Minga (only when its sources have changed) …');
  buildAside();
}
if (existsSync('.env')) process.loadEnvFile('.env');
await import('../dist/apps/server/main.js');
