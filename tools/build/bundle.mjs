import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'vite';

/** Packages with native code, and what finds files of its own beside itself. */
const LEFT_OUTSIDE = ['@grafeo-db/js', '@photostructure/sqlite', '@node-rs/argon2', 'pino', 'pino-pretty'];

/**
 * Puts the compiled server and the packages that it stands on into one file, in place of its entry: opening two
 * thousand files is most of what a start does. All other compiled files stay, for the command line and the thread of
 * the search index.
 * @param {string} folder with the compiled sources
 * @param {string} entry path of the entry within it
 */
export async function bundleServer(folder, entry) {
  const made = `${folder}/bundle`;
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: LEFT_OUTSIDE },
    plugins: [staysAtItsPlace(resolve(folder), dirname(resolve(folder, entry)))],
    build: {
      ssr: `${folder}/${entry}`,
      outDir: made,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rollupOptions: {
        onLog(level, log, handler) {
          // Types that the compiler's metadata asks for at run time, in vain and without harm.
          if (log.code !== 'IMPORT_IS_UNDEFINED') handler(level, log);
        },
        output: {
          entryFileNames: 'main.js',
          chunkFileNames: 'chunk-[name]-[hash].js',
          keepNames: true,
          minify: { compress: false, mangle: false, codegen: true },
        },
      },
    },
  });
  const home = `${folder}/${dirname(entry)}`;
  for (const name of readdirSync(made)) renameSync(`${made}/${name}`, `${home}/${name}`);
  rmSync(made, { recursive: true });
}

/** A module that reads a file beside itself goes on to look beside where it was compiled to. */
function staysAtItsPlace(folder, home) {
  return {
    name: 'stays-at-its-place',
    load(id) {
      if (!id.startsWith(`${folder}/`) || !id.endsWith('.js')) return null;
      const code = readFileSync(id, 'utf8');
      if (!code.includes('import.meta.url')) return null;
      const place = JSON.stringify(`./${relative(home, id)}`);
      return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`);
    },
  };
}
