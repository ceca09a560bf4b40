import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';
import { filesIn } from './files.mjs';

const OPTIONS = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: true,
};

const isCode = (path) =>
  /\.tsx?$/.test(path) && !/\.spec\.tsx?$/.test(path) && !path.startsWith('apps/web/islands');

/** Compiles the server's sources into the folder, file by file, and copies the data they read. */
export async function compileSources(folder) {
  const sources = filesIn('apps', 'libs');
  const code = sources.filter(isCode);
  await Promise.all(code.map((path) => compile(path, folder)));
  const data = [...sources, ...filesIn('locales')].filter(
    (path) => path.endsWith('.json') || path.endsWith('.csv'),
  );
  for (const path of data) copy(path, folder);
  return code.length;
}

async function compile(path, folder) {
  const { code, map } = await transformFile(path, OPTIONS);
  const target = join(folder, path.replace(/\.tsx?$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  const name = target.split('/').at(-1);
  writeFileSync(target, `${code}\n//# sourceMappingURL=${name}.map\n`);
  writeFileSync(`${target}.map`, map);
}

function copy(path, folder) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(path, target);
}
