import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../libs/platform/config/config.js';
import { DataFolder } from '../../libs/platform/data-folder/data-folder.js';
import { createServer } from './create-server.js';
import { prepareCommunity } from './prepare-community.js';

/** Holds the data folder, starts everything, and stops it in order when asked to. */
export async function runServer(config: Config): Promise<NestFastifyApplication> {
  const folder = DataFolder.hold(config.dataDir, 'server');
  const app = await createServer({ config }).catch((error: unknown) => {
    folder.release();
    throw error;
  });
  const stop = async (): Promise<void> => {
    await app.close();
    folder.release();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  const notes = await prepareCommunity(app, config);
  await app.listen(config.settings.PORT, config.settings.HOST);
  const address = await app.getUrl();
  folder.announce({ purpose: 'server', address });
  console.log(`\nMinga is ready: ${config.settings.BASE_URL ?? address.replace('127.0.0.1', 'localhost')}`);
  for (const note of notes) console.log(note);
  return app;
}
