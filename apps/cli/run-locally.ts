import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../../libs/platform/config/config.js';
import { closeEngines, openEngines } from '../../libs/platform/engines.js';
import { EventDispatcher } from '../../libs/platform/events/event-dispatcher.js';
import { createLogger, NestLogger } from '../../libs/platform/log/logger.js';
import type { ReportProgress } from '../../libs/platform/operations/operation.js';
import { OperationRunner } from '../../libs/platform/operations/operation-runner.js';
import { prepareCommunity } from '../server/prepare-community.js';
import { MIGRATIONS } from '../server/rooms.js';
import { ServerModule } from '../server/server.module.js';

/** Opens the data in this process, does the work and closes it again. */
export async function runLocally(
  config: Config,
  name: string,
  args: unknown,
  report: ReportProgress,
): Promise<unknown> {
  const level = config.settings.LOG_LEVEL === 'info' ? 'warn' : config.settings.LOG_LEVEL;
  const logger = new NestLogger(createLogger(level, process.stderr));
  Logger.overrideLogger(logger); // engines open before the application is there
  const engines = await openEngines(config, MIGRATIONS);
  const app = await NestFactory.createApplicationContext(ServerModule.forRoot(config, engines), {
    logger,
    abortOnError: false,
  }).catch(async (error: unknown) => {
    await closeEngines(engines);
    throw error;
  });
  try {
    await prepareCommunity(app, config);
    const result = await app.get(OperationRunner).run(name, args, report);
    await app.get(EventDispatcher).settled();
    return result;
  } finally {
    await app.close();
  }
}
