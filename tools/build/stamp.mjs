import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { filesIn } from './files.mjs';

const STAMP = '.stamp';

/** A digest of names, sizes and times of everything that a build is made of, and of who compiles it. */
function currentStamp() {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}\n`);
  for (const path of [...filesIn('apps', 'libs', 'locales', 'tools/build'), 'package-lock.json'].sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}:${size}:${Math.round(mtimeMs)}\n`);
  }
  return hash.digest('hex');
}

export function writeStamp(folder) {
  writeFileSync(`${folder}/${STAMP}`, currentStamp());
}

/** Whether the build in `dist/` was made from the sources as they are now. */
export function isBuilt() {
  return existsSync(`dist/${STAMP}`) && readFileSync(`dist/${STAMP}`, 'utf8') === currentStamp();
}
