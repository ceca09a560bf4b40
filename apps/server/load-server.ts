import { existsSync, readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';

type Server = typeof import('./server.js');

export interface LoadedServer extends Server {
  /** All that is compiled by now, for later starts; null where the server is not bundled. */
  compiled(): Buffer | null;
}

/** The whole server in one script, which the build puts beside this. */
const BUNDLE = fileURLToPath(new URL('./server.cjs', import.meta.url));
/** What the engine has made of it in the start that belongs to the build. */
export const COMPILED = `${BUNDLE}.compiled`;

/** Loads the server as the build has bundled it, or else file by file. */
export async function loadServer(): Promise<LoadedServer> {
  if (!existsSync(BUNDLE)) return { ...(await import('./server.js')), compiled: () => null };
  const require = Module.createRequire(BUNDLE);
  // Only the usual way of loading looks for source maps.
  if (process.sourceMapsEnabled) return { ...(require(BUNDLE) as Server), compiled: () => null };
  // The engine tells by itself whether this is its own work, and compiles anew when it is not.
  const script = new Script(Module.wrap(readFileSync(BUNDLE, 'latin1')), {
    filename: BUNDLE,
    cachedData: existsSync(COMPILED) ? readFileSync(COMPILED) : undefined,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = new Module(BUNDLE);
  const run = script.runInThisContext() as (...names: unknown[]) => void;
  run(module.exports, require, module, BUNDLE, dirname(BUNDLE));
  return { ...(module.exports as Server), compiled: () => script.createCachedData() };
}
