import { rmSync } from 'node:fs';
import { buildAssets } from './build/assets.mjs';
import { compileSources } from './build/compile.mjs';
import { writeStamp } from './build/stamp.mjs';

const started = performance.now();
rmSync('dist', { recursive: true, force: true });
const files = await compileSources();
const assets = await buildAssets();
writeStamp();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
// Standard output belongs to whatever runs after the build.
console.error(`Built ${files} modules and ${assets} assets in ${seconds} s`);
