import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'vite';

/** Packages with native code, and what finds files of its own beside itself. */
const LEFT_OUTSIDE = ['@grafeo-db/js', '@photostructure/sqlite', '@node-rs/argon2', 'pino', 'pino-pretty'];

/** Messages of the validator in fifty languages; ours are in `locales/`. */
const NOT_WANTED = /\/zod\/v4\/locales\/(?!index\.|en\.)/;

/**
 * Puts the compiled server and the packages that it stands on into one script beside its entry, as opening two thousand
 * files is most of what a start does. It is ASCII, so that it takes one byte per character in memory. All compiled
 * files stay, for the command line and the thread of the search index.
 * @param {string} folder with the compiled sources
 * @param {string} entry path of the entry within it
 */
export async function bundleServer(folder, entry) {
  const home = resolve(folder, dirname(entry));
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: LEFT_OUTSIDE },
    plugins: [withoutUnwanted(), staysAtItsPlace(resolve(folder), home)],
    build: {
      ssr: `${folder}/${entry}`,
      outDir: home,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rollupOptions: {
        // Leaving out what seems unused saves a twentieth, and would make other code than the one that is written:
        // a call made for its error alone (`decodeURIComponent` of an unreadable path) was left out as well.
        treeshake: false,
        onLog(level, log, handler) {
          // Types that the compiler's metadata asks for at run time, in vain and without harm.
          if (log.code !== 'IMPORT_IS_UNDEFINED') handler(level, log);
        },
        output: {
          format: 'cjs',
          codeSplitting: false,
          entryFileNames: 'server.cjs',
          keepNames: true,
          minify: {
            compress: false,
            mangle: { keepNames: true },
            codegen: { removeWhitespace: true, asciiOnly: true, legalComments: 'inline' },
          },
        },
      },
    },
  });
}

function withoutUnwanted() {
  return {
    name: 'without-unwanted',
    load: (id) => (NOT_WANTED.test(id) ? 'export default () => ({});' : null),
  };
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
