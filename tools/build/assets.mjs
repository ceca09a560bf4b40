import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundleAsync } from 'lightningcss';
import { build } from 'vite';

const ISLANDS = 'apps/web/islands';
const STYLES = 'apps/web/styles/main.css';
/** What islands share is in the one that every page has: a request costs more on a bad line than a few bytes. */
const WITH_EVERY_PAGE = /site\.island|client-key|fetch-patiently|preload-helper/;
/** Browsers of the last years; older ones get the page without islands. */
const BROWSERS = { chrome: 100 << 16, safari: (15 << 16) | (4 << 8), firefox: 100 << 16 };

/** Styles, islands and icon with hashed names, compressed beside themselves, and a manifest that maps names. */
export async function buildAssets(folder) {
  mkdirSync(folder, { recursive: true });
  const manifest = { ...(await buildStyles(folder)), ...(await buildIslands(folder)) };
  if (existsSync('apps/web/styles/icon.svg')) {
    writeFileSync(`${folder}/icon.svg`, readFileSync('apps/web/styles/icon.svg'));
  }
  for (const name of readdirSync(folder)) compress(`${folder}/${name}`);
  writeFileSync(`${folder}/manifest.json`, JSON.stringify(manifest, null, 2));
  return Object.keys(manifest).length;
}

async function buildStyles(folder) {
  const { code } = await bundleAsync({ filename: STYLES, minify: true, targets: BROWSERS });
  const name = `main-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.css`;
  writeFileSync(`${folder}/${name}`, code);
  return { 'main.css': name };
}

async function buildIslands(folder) {
  const names = readdirSync(ISLANDS)
    .filter((file) => file.endsWith('.island.ts'))
    .map((file) => file.replace('.island.ts', ''));
  if (names.length === 0) return {};
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        preserveEntrySignatures: 'allow-extension',
        input: Object.fromEntries(names.map((name) => [name, `${ISLANDS}/${name}.island.ts`])),
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups: [{ name: 'site', test: WITH_EVERY_PAGE }] },
        },
      },
    },
  });
  const entries = result.output.filter((chunk) => chunk.type === 'chunk' && chunk.isEntry);
  return Object.fromEntries(entries.map((chunk) => [chunk.name, chunk.fileName]));
}

function compress(path) {
  if (!/\.(css|js|svg)$/.test(path)) return;
  const content = readFileSync(path);
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}
