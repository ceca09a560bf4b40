import { NestFactory } from '@nestjs/core';
import type { Config } from '../../libs/platform/config/config.js';
import { EventDispatcher } from '../../libs/platform/events/event-dispatcher.js';
import { createLogger, NestLogger } from '../../libs/platform/log/logger.js';
import type { ReportProgress } from '../../libs/platform/operations/operation.js';
import { OperationRunner } from '../../libs/platform/operations/operation-runner.js';
import { prepareCommunity } from '../server/prepare-community.js';
import { ServerModule } from '../server/server.module.js';

/** Opens the data in this process, does the work and closes it again. */
export async function runLocally(
  config: Config,
  name: string,
  args: unknown,
  report: ReportProgress,
): Promise<unknown> {
  const level = config.settings.LOG_LEVEL === 'info' ? 'warn' : config.settings.LOG_LEVEL;
  const app = await NestFactory.createApplicationContext(ServerModule.forRoot(config), {
    logger: new NestLogger(createLogger(level, process.stderr)),
    abortOnError: false,
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
