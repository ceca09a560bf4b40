import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../libs/platform/config/config.js';
import { DataFolder } from '../../libs/platform/data-folder/data-folder.js';
import { ProgressLine } from '../../libs/platform/operations/progress-line.js';
import { createServer } from './create-server.js';
import { administratorLink, prepareCommunity } from './prepare-community.js';

/** A connection that answers while the server is told to stop would otherwise be kept for its next request. */
const CLOSE_IDLE_EVERY_MS = 50;

/** Holds the data folder, starts everything, and stops it in order when asked to. */
export async function runServer(config: Config): Promise<NestFastifyApplication> {
  const folder = DataFolder.hold(config.dataDir, 'server');
  const app = await createServer({ config }).catch((error: unknown) => {
    folder.release();
    throw error;
  });
  const stop = async (): Promise<void> => {
    const closing = setInterval(() => app.getHttpServer().closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
    await app.close();
    clearInterval(closing);
    folder.release();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  const progress = new ProgressLine();
  await prepareCommunity(app, config, (step) => progress.show(step), 'go-on');
  progress.end();
  await app.listen(config.settings.PORT, config.settings.HOST);
  const address = await app.getUrl();
  config.listensOn(Number(new URL(address).port));
  folder.announce({ purpose: 'server', address });
  await welcome(app, config.baseUrl);
  return app;
}

async function welcome(app: NestFastifyApplication, address: string): Promise<void> {
  console.log(`\nMinga is ready: ${address}`);
  const link = await administratorLink(app);
  if (link) console.log(`Become its administrator, once: ${link}`);
}
