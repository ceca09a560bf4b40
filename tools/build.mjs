import { existsSync, renameSync, rmSync } from 'node:fs';
import { buildAssets } from './build/assets.mjs';
import { bundleServer } from './build/bundle.mjs';
import { compileSources } from './build/compile.mjs';
import { startOnce } from './build/first-start.mjs';
import { writeStamp } from './build/stamp.mjs';

// Made beside and then put in place: a failed build leaves the last one as it was.
const MADE_IN = 'dist.new';
const LAST = 'dist.old';

const started = performance.now();
for (const folder of [MADE_IN, LAST]) rmSync(folder, { recursive: true, force: true });
const files = await compileSources(MADE_IN);
await bundleServer(MADE_IN, 'apps/server/server.js');
const assets = await buildAssets(`${MADE_IN}/assets`);
if (existsSync('dist')) renameSync('dist', LAST);
renameSync(MADE_IN, 'dist');
rmSync(LAST, { recursive: true, force: true });
// What is compiled remembers its place.
await startOnce('dist');
writeStamp('dist');
const seconds = ((performance.now() - started) / 1000).toFixed(1);
// Standard output belongs to whatever runs after the build.
console.error(`Built ${files} modules and ${assets} assets in ${seconds} s`);
