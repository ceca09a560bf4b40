import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../libs/platform/config/config.js';
import { reasonOf, wrongSetting } from '../../libs/platform/config/invalid-settings.js';
import { warningsOf } from '../../libs/platform/config/setting-rules.js';
import { DataFolder } from '../../libs/platform/data-folder/data-folder.js';
import { ProgressLine } from '../../libs/platform/operations/progress-line.js';
import { createServer } from './create-server.js';
import { administratorLink, prepareCommunity } from './prepare-community.js';

/** A connection that answers while the server is told to stop would otherwise be kept for its next request. */
const CLOSE_IDLE_EVERY_MS = 50;

/**
 * Holds the data folder, starts everything, and stops it in order when asked to. Where a start fails, everything is
 * closed again before this rejects.
 */
export async function runServer(config: Config): Promise<NestFastifyApplication> {
  const folder = DataFolder.hold(config.dataDir, 'server');
  try {
    const app = await createServer({ config });
    stopWhenAsked(app, folder);
    await open(app, config).catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
    folder.announce({ purpose: 'server', address: await app.getUrl() });
    await welcome(app, config.baseUrl);
    return app;
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function open(app: NestFastifyApplication, config: Config): Promise<void> {
  const progress = new ProgressLine();
  await prepareCommunity(app, config, (step) => progress.show(step), 'go-on');
  progress.end();
  await listen(app, config);
  config.listensOn(Number(new URL(await app.getUrl()).port));
  for (const warning of warningsOf(config.settings)) new Logger('settings').warn(warning);
}

/** @throws {InvalidSettings} naming `HOST` or `PORT` */
async function listen(app: NestFastifyApplication, config: Config): Promise<void> {
  const { HOST, PORT } = config.settings;
  try {
    await app.listen(PORT, HOST);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    const isOfPort = ['EADDRINUSE', 'EACCES'].includes(code);
    if (isOfPort)
      throw wrongSetting(
        'PORT',
        `${HOST}:${PORT} cannot be listened on (${reasonOf(error)}); set another one`,
        error,
      );
    throw wrongSetting('HOST', `"${HOST}" is no address of this machine (${reasonOf(error)})`, error);
  }
}

function stopWhenAsked(app: NestFastifyApplication, folder: DataFolder): void {
  const stop = async (): Promise<void> => {
    const closing = setInterval(() => app.getHttpServer().closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
    await app.close();
    clearInterval(closing);
    folder.release();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

async function welcome(app: NestFastifyApplication, address: string): Promise<void> {
  console.log(`\nMinga is ready: ${address}`);
  const link = await administratorLink(app);
  if (link) console.log(`Become its administrator, once: ${link}`);
}
