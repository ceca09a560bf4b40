/** Builds when needed, then runs the server in this process. */
import { isBuilt } from './build/stamp.mjs';

if (!isBuilt()) {
  console.log('Building Minga (only when its sources have changed) …');
  await import('./build.mjs');
}
await import('../dist/apps/server/main.js');
