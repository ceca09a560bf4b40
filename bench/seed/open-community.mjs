import { buildFolder } from '../build-folder.mjs';

/** Compiled modules of Minga itself, whose own writers and repositories fill a data folder. */
export const built = (path) => import(new URL(`../../${buildFolder()}/${path}`, import.meta.url).href);

/**
 * Opens a data folder with everything but the port, and the reference data in it.
 * @param {string} dataDir
 * @param {Record<string, string>} settings for example GRAPH_URL
 */
export async function openCommunity(dataDir, settings = {}) {
  const [{ Config }, { DataFolder }, { createServer }, { LoadReference }] = await Promise.all([
    built('libs/platform/config/config.js'),
    built('libs/platform/data-folder/data-folder.js'),
    built('apps/server/create-server.js'),
    built('libs/atlas/index.js'),
  ]);
  const config = Config.load({
    DATA_DIR: dataDir,
    DEMO: 'off',
    LOG_LEVEL: 'error',
    DURABILITY: 'relaxed',
    ONLY_PROCESS: 'on',
    ...settings,
  });
  const folder = DataFolder.hold(config.dataDir, 'bench');
  const app = await createServer({ config });
  await app.get(LoadReference).execute(() => {});
  return {
    config,
    get: (type) => app.get(type, { strict: false }),
    async close() {
      await app.close();
      folder.release();
    },
  };
}
