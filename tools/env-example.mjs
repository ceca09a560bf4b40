/** Writes `.env.example` from the settings' own descriptions. */
import { writeFileSync } from 'node:fs';
import { isBuilt } from './build/stamp.mjs';

if (!isBuilt()) await import('./build.mjs');
const { describeSettings } = await import('../dist/libs/platform/config/config.js');
writeFileSync('.env.example', describeSettings());
